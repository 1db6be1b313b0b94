package dev.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How far our rules and those of squawk agree where both know the rule, both on what is found and on what is not. */
class SquawkAgreementTest {

    private static final Path DISAGREEMENTS = Path.of("src/test/resources/lint-corpus/disagreements.txt");
    /** These three say the same of nearly every statement, and would hide the others in a sum. */
    private static final Set<String> EVERYWHERE =
            Set.of("require-lock-timeout", "require-statement-timeout", "prefer-robust-stmts");

    private static final List<CorpusCase> CASES = CorpusCase.all();
    private static final Set<String> SQUAWK =
            Set.copyOf(CorpusCase.lines(Path.of("src/test/resources/lint-corpus/squawk-rules.txt")));

    /** One rule's answers to one script. */
    private record Answer(String rule, CorpusCase script, boolean theirs, boolean ours) {

        @Override
        public String toString() {
            return (ours ? "+" : "-") + rule + " " + script.sql();
        }
    }

    private static final List<Answer> ANSWERS =
            CASES.stream().flatMap(SquawkAgreementTest::answers).toList();

    @Test
    void the_corpus_is_large_and_knows_every_rule() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(400);
        assertThat(ANSWERS.stream().filter(Answer::theirs).map(Answer::rule).distinct())
                .containsAll(SQUAWK.stream()
                        .filter(rule -> !rule.equals("require-table-schema"))
                        .toList());
    }

    @Test
    void what_squawk_finds_is_found_and_what_it_does_not_find_is_not() {
        assertThat(percent(ANSWERS, Answer::theirs)).isGreaterThanOrEqualTo(95);
        assertThat(percent(ANSWERS, Answer::ours)).isGreaterThanOrEqualTo(95);
    }

    @Test
    void the_rules_that_speak_everywhere_do_not_hide_the_others() {
        var others = ANSWERS.stream()
                .filter(answer -> !EVERYWHERE.contains(answer.rule()))
                .toList();
        assertThat(percent(others, Answer::theirs)).isGreaterThanOrEqualTo(89);
        assertThat(percent(others, Answer::ours)).isGreaterThanOrEqualTo(95);
    }

    @Test
    void each_disagreement_is_listed_with_its_reason() {
        var listed = CorpusCase.lines(DISAGREEMENTS).stream()
                .filter(line -> line.startsWith("+") || line.startsWith("-"))
                .toList();
        assertThat(ANSWERS.stream()
                        .filter(answer -> answer.ours() != answer.theirs())
                        .map(Answer::toString))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    /** How many of these findings the other of the two has as well. */
    private static double percent(List<Answer> answers, Predicate<Answer> finder) {
        var found = answers.stream().filter(finder).toList();
        var both = found.stream()
                .filter(answer -> answer.theirs() && answer.ours())
                .count();
        return 100.0 * both / found.size();
    }

    /** An answer for each rule that either of the two finds. */
    private static Stream<Answer> answers(CorpusCase script) {
        var found = script.found();
        var either = new TreeSet<>(script.expected());
        either.addAll(found);
        return either.stream()
                .filter(SQUAWK::contains)
                .map(rule -> new Answer(rule, script, script.expected().contains(rule), found.contains(rule)));
    }
}
