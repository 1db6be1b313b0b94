package dev.migrations.migration;

import dev.migrations.problem.Problem;
import dev.migrations.testing.Snapshot;
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

    /** Compares with the snapshot. */
    void assertMessage() {
        Snapshot.assertMatches(
                FOLDERS + scenario + "/message.txt",
                problems().stream().map(Problem::render).collect(Collectors.joining("\n\n")));
    }
}
