package dev.migrations.lint;

import dev.migrations.migration.FolderSettings;
import dev.migrations.rule.Finding;
import dev.migrations.rule.LintRules;
import dev.migrations.rule.Runner;
import dev.migrations.rule.ServerVersion;
import dev.migrations.rule.Severity;
import dev.migrations.script.ScriptSource;
import dev.migrations.script.SqlScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A few statements and a claim about them, as they stand in {@code bad.sql} and {@code good.sql} of a rule.
 *
 * @param claim   the line {@code -- case: …} in front of it
 * @param options {@code -- server: 18} and {@code -- runner: plain}, where they are not the default
 * @param files   its text, cut at each line {@code -- next file}
 */
record Snippet(String claim, LintOptions options, List<String> files) {

    private static final Path LINT = Path.of("src/test/resources/lint");
    private static final Pattern CASE = Pattern.compile("(?m)^-- case: ");
    private static final Pattern NEXT_FILE = Pattern.compile("(?m)^-- next file$");
    private static final Pattern SERVER = Pattern.compile("(?m)^-- server: (.+)$");
    private static final Pattern PLAIN = Pattern.compile("(?m)^-- runner: plain$");

    /** All of a rule's file; a rule under test is on, whatever its default. */
    static List<Snippet> read(String rule, String file) {
        try {
            return Arrays.stream(CASE.split(Files.readString(LINT.resolve(rule).resolve(file)), -1))
                    .skip(1)
                    .map(text -> of(rule, text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What must be there before a snippet can run, where the rule's {@code given.sql} says so. */
    static Optional<String> given(String rule, String claim) {
        return Files.exists(LINT.resolve(rule).resolve("given.sql"))
                ? read(rule, "given.sql").stream()
                        .filter(snippet -> snippet.claim().equals(claim))
                        .map(snippet -> String.join("\n", snippet.files()))
                        .findFirst()
                : Optional.empty();
    }

    private static Snippet of(String rule, String text) {
        var line = text.indexOf('\n');
        var sql = text.substring(line + 1);
        var options = LintOptions.DEFAULT;
        var server = SERVER.matcher(sql);
        if (server.find()) {
            options = options.withServer(ServerVersion.parse(server.group(1)));
        }
        if (PLAIN.matcher(sql).find()) {
            options = options.withRunner(Runner.PLAIN);
        }
        if (LintRules.find(rule).orElseThrow().severity() == Severity.OFF) {
            options = options.withSeverities(Map.of(rule, Severity.WARNING));
        }
        return new Snippet(text.substring(0, line), options, List.of(NEXT_FILE.split(sql, -1)));
    }

    List<Finding> findings() {
        return lint(options, files).findings();
    }

    /** What is found in the help of a finding, when it is written instead of the file in which it was found. */
    List<Finding> insteadOf(Finding finding) {
        var before = IntStream.range(0, files.size())
                .filter(i -> name(i).compareTo(finding.location().file()) < 0)
                .mapToObj(files::get)
                .toList();
        var all = Stream.concat(before.stream(), finding.safeSql().stream()).toList();
        return lint(options, all).findings().stream()
                .filter(other ->
                        other.location().file().compareTo(finding.location().file()) >= 0)
                .toList();
    }

    private static String name(int index) {
        return "00" + (index + 1) + "_snippet.up.sql";
    }

    /** Scripts that are run one after the other, at different times. */
    static LintReport lint(LintOptions options, List<String> files) {
        var scripts = new ArrayList<SqlScript>();
        IntStream.range(0, files.size())
                .mapToObj(i -> ScriptSource.ofText(name(i), files.get(i).strip() + "\n"))
                .map(SqlScript::read)
                .forEach(scripts::add);
        return Linter.of(options.withSettings(FolderSettings.DEFAULT)).lint(scripts);
    }
}
