package dev.migrations.lint;

import dev.migrations.rule.Finding;
import dev.migrations.rule.Runner;
import dev.migrations.rule.ServerVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One script of the corpus.
 *
 * @param server   which PostgreSQL it is judged for
 * @param sql      the script, on one line
 * @param expected the codes of squawk
 */
record CorpusCase(String server, String sql, Set<String> expected) {

    private static final Path FILE = Path.of("src/test/resources/lint-corpus/corpus.txt");

    static List<CorpusCase> all() {
        var cases = new ArrayList<CorpusCase>();
        var server = "";
        var sql = "";
        for (var line : lines(FILE)) {
            if (line.startsWith("=>")) {
                cases.add(new CorpusCase(server, sql, codes(line.substring(2))));
            } else if (line.startsWith("!")) {
                server = line.substring(1, line.indexOf(' '));
                sql = line.substring(line.indexOf(' ') + 1);
            } else if (!line.startsWith("#")) {
                server = "18";
                sql = line;
            }
        }
        return cases;
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> codes(String line) {
        return line.isBlank() ? Set.of() : new TreeSet<>(List.of(line.strip().split(" ", -1)));
    }

    /** What our rules find, as for a script that something else runs. */
    Set<String> found() {
        var options = LintOptions.DEFAULT.withRunner(Runner.PLAIN).withServer(ServerVersion.parse(server));
        return Snippet.lint(options, List.of(sql)).findings().stream()
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
