package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.problem.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario under {@code folders/}: a tree in {@code migrations}, and what is said of it in {@code message.txt}. */
record Fixture(String scenario) {

    private static final String FOLDERS = "folders/";

    MigrationTree tree() {
        return MigrationTree.read("classpath:" + FOLDERS + scenario + "/migrations", Fixture.class.getClassLoader());
    }

    MigrationSet onlySet() {
        return tree().folders().get(0).read();
    }

    /** All that is wrong with the tree, or, when nothing is, with its folders. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        try {
            for (var folder : tree().folders()) {
                folder.read();
            }
        } catch (MigrationFilesException e) {
            problems.addAll(e.problems());
        }
        return problems;
    }

    /** Compares with the snapshot; {@code -Dsnapshots=write} writes it instead, to be read before it is committed. */
    void assertMessage() throws IOException, URISyntaxException {
        var message = problems().stream().map(Problem::render).collect(Collectors.joining("\n\n")) + "\n";
        if ("write".equals(System.getProperty("snapshots"))) {
            Files.writeString(Path.of("src/test/resources", FOLDERS, scenario, "message.txt"), message);
            return;
        }
        assertThat(directory().resolve("message.txt")).usingCharset("UTF-8").hasContent(message.stripTrailing() + "\n");
    }

    private Path directory() throws URISyntaxException {
        var url = Fixture.class.getClassLoader().getResource(FOLDERS + scenario);
        assertThat(url).as(scenario).isNotNull();
        return Path.of(url.toURI());
    }
}
