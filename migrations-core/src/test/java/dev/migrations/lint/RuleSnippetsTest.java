package dev.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrations.rule.Finding;
import dev.migrations.rule.LintRules;
import dev.migrations.rule.Severity;
import dev.migrations.testing.Snapshot;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** For each rule: what {@code bad.sql} holds is found, what {@code good.sql} holds is not, and the help is right itself. */
class RuleSnippetsTest {

    @TestFactory
    Stream<DynamicContainer> a_rule_finds_what_is_bad_and_nothing_else() {
        return LintRules.all().stream().map(rule -> dynamicContainer(rule.code(), tests(rule.code())));
    }

    private static Stream<DynamicTest> tests(String rule) {
        var bad = Snippet.read(rule, "bad.sql").stream()
                .map(snippet -> dynamicTest("bad: " + snippet.claim(), () -> isFound(rule, snippet)));
        var good = Snippet.read(rule, "good.sql").stream()
                .map(snippet -> dynamicTest("good: " + snippet.claim(), () -> isNotFound(rule, snippet)));
        var messages =
                dynamicTest("messages", () -> Snapshot.assertMatches("lint/" + rule + "/messages.txt", messages(rule)));
        return Stream.of(bad, good, Stream.of(messages)).flatMap(tests -> tests);
    }

    private static void isFound(String rule, Snippet snippet) {
        var found = of(rule, snippet.findings());
        assertThat(found).as(snippet.claim()).isNotEmpty();
        for (var finding : found) {
            var harm = Snippet.lint(snippet.options(), finding.safeSql()).findings().stream()
                    .filter(other -> other.rule().equals(rule)
                            || other.rule().equals("not-understood")
                            || other.severity() == Severity.ERROR)
                    .map(other -> other.toProblem().render())
                    .toList();
            assertThat(harm).as("the help of: %s", snippet.claim()).isEmpty();
        }
    }

    private static void isNotFound(String rule, Snippet snippet) {
        assertThat(of(rule, snippet.findings())).as(snippet.claim()).isEmpty();
    }

    private static String messages(String rule) {
        return Snippet.read(rule, "bad.sql").stream()
                .flatMap(snippet -> of(rule, snippet.findings()).stream())
                .map(RuleSnippetsTest::render)
                .collect(Collectors.joining("\n\n\n"));
    }

    private static String render(Finding finding) {
        var claims = finding.claims().stream()
                .map(claim -> "\nClaim: %s on %s, %s".formatted(claim.mode(), claim.relation(), claim.cost()))
                .collect(Collectors.joining());
        return finding.severity() + " " + finding.rule() + "\n"
                + finding.toProblem().render() + claims;
    }

    private static List<Finding> of(String rule, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.rule().equals(rule)).toList();
    }
}
