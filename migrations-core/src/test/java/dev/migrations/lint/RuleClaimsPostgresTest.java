package dev.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.database.ServerAddress;
import dev.migrations.rule.Finding;
import dev.migrations.rule.LintRule;
import dev.migrations.rule.LintRules;
import dev.migrations.rule.Runner;
import dev.migrations.rule.ServerVersion;
import dev.migrations.script.ScriptSource;
import dev.migrations.script.SqlScript;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import dev.migrations.testing.TracedCases;
import dev.migrations.trace.Disagreement;
import dev.migrations.trace.ScriptTrace;
import dev.migrations.trace.TraceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever lock or work a rule claims of a snippet of its {@code bad.sql}, PostgreSQL shows in a trace of that snippet. The
 * snippets run on the tables of {@code tables.sql}, but for those that the rule's {@code given.sql} makes otherwise for a case;
 * the schema {@code app} is the snippet's own.
 */
@ExtendWith(PostgresExtension.class)
class RuleClaimsPostgresTest {

    /**
     * Snippets that need what no test server has, and one whose rows an empty table's plan finds by the index that it builds;
     * other snippets of these rules are traced.
     */
    private static final Map<String, Set<String>> WITHOUT = Map.of(
            "ban-unbounded-data-change", Set.of("some rows, behind an index"),
            "disallowed-unique-constraint", Set.of("with everything"),
            "rewriting-table", Set.of("another tablespace", "another access method"));

    /** Of a server that is not released yet. */
    private static final Set<String> UNTRACED = Set.of("prefer-repack");

    private static final Path TABLES = Path.of("src/test/resources/lint/tables.sql");
    private static final Pattern MADE =
            Pattern.compile("(?i)create table (?:if not exists )?((?:\\w+\\.)?(?:\\w+|\"[^\"]+\"))");
    private static final Pattern APP = Pattern.compile("\\bapp\\.");

    @Test
    void what_a_rule_claims_is_seen(TestDatabase database, @TempDir Path directory) throws IOException {
        var server = ServerVersion.ofNumber(ServerAddress.of(database.source()).version());
        var cases = new TracedCases();
        var claims = new ArrayList<Claimed>();
        for (var rule : LintRules.all()) {
            for (var snippet : Snippet.read(rule.code(), "bad.sql")) {
                if (isFor(server, snippet)
                        && !WITHOUT.getOrDefault(rule.code(), Set.of()).contains(snippet.claim())) {
                    claimed(rule.code(), snippet, server, cases).ifPresent(claims::add);
                }
            }
        }
        assertThat(claims).extracting(Claimed::rule).containsAll(claiming());
        var traces = cases.trace(database, directory);
        assertThat(claims.stream().flatMap(claim -> claim.unseen(traces))).isEmpty();
    }

    /** Every rule that claims something anywhere. */
    private static List<String> claiming() {
        return LintRules.all().stream()
                .map(LintRule::code)
                .filter(rule -> !UNTRACED.contains(rule))
                .filter(rule -> Snippet.read(rule, "bad.sql").stream()
                        .filter(snippet -> snippet.options().runner() == Runner.MIGRATIONS)
                        .flatMap(snippet -> snippet.findings().stream())
                        .anyMatch(finding ->
                                finding.rule().equals(rule) && !finding.claims().isEmpty()))
                .toList();
    }

    private static boolean isFor(ServerVersion server, Snippet snippet) {
        return snippet.options().runner() == Runner.MIGRATIONS
                && server.isAtLeast(snippet.options().server().major());
    }

    /** A snippet of which the rule claims something on this server. */
    private static Optional<Claimed> claimed(String rule, Snippet snippet, ServerVersion server, TracedCases cases)
            throws IOException {
        var number = cases.size();
        var files = Stream.concat(Snippet.given(rule, snippet.claim()).stream(), snippet.files().stream())
                .map(text -> APP.matcher(text.strip()).replaceAll("c" + number + "."))
                .toList();
        var before = new StringBuilder(Files.readString(TABLES));
        files.forEach(text -> MADE.matcher(text)
                .results()
                .forEach(made -> before.append("drop table if exists " + made.group(1) + " cascade;\n")));
        files.subList(0, files.size() - 1).forEach(text -> before.append(text).append(";\n"));
        var one = new TracedCases.Case(number, before.toString(), files.get(files.size() - 1));
        var findings = findings(rule, snippet, server, files, one).stream()
                .filter(finding -> finding.location().file().equals(one.file()))
                .filter(finding -> !finding.claims().isEmpty())
                .toList();
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Claimed(rule, snippet.claim(), cases.add(one.before(), one.script()), findings));
    }

    private static List<Finding> findings(
            String rule, Snippet snippet, ServerVersion server, List<String> files, TracedCases.Case one) {
        var scripts = new ArrayList<SqlScript>();
        for (var i = 0; i < files.size() - 1; i++) {
            scripts.add(SqlScript.read(ScriptSource.ofText("00" + i + "_before.sql", files.get(i))));
        }
        scripts.add(SqlScript.read(ScriptSource.ofText(one.file(), one.text())));
        return Linter.of(snippet.options().withServer(server)).lint(scripts).findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    private record Claimed(String rule, String claim, TracedCases.Case one, List<Finding> findings) {

        Stream<String> unseen(List<ScriptTrace> traces) {
            var script = one.in(traces).orElseThrow(() -> new AssertionError("not traced: " + this));
            var report =
                    new TraceReport("", "", "", List.of(script), Map.of(), findings, List.of(), List.of(), List.of());
            return report.disagreements().stream()
                    .filter(found -> found.kind() == Disagreement.Kind.NOT_SEEN)
                    .map(found -> rule + ", " + claim + ": " + found.sentence() + "; seen: "
                            + script.statements().stream()
                                    .map(TracedCases::render)
                                    .toList());
        }
    }
}
