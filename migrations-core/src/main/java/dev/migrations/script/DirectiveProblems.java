package dev.migrations.script;

import dev.migrations.problem.NearestWord;
import dev.migrations.problem.Problem;
import java.util.List;

/** What can be wrong with a directive, in words. */
final class DirectiveProblems {

    private DirectiveProblems() {}

    static Problem lateDirective() {
        return Problem.of(
                "late-directive",
                "a directive stands behind the script's first statement, where it has no effect",
                "move it to the top of the file, in front of the first statement");
    }

    static Problem directiveWithoutValue(String word) {
        return Problem.of(
                "unknown-directive",
                "\"" + word + "\" is no directive: a directive is written key=value",
                NearestWord.find(word, List.of(BackfillWords.WORD))
                                .map(nearest -> "did you mean " + nearest + "? Else ")
                                .orElse("")
                        + "write for instance -- migrations: transaction=none; if this is prose, put other words in front of \"migrations:\"");
    }

    static Problem unknownDirective(String key) {
        return Problem.of(
                "unknown-directive",
                "there is no directive \"" + key + "\"",
                NearestWord.find(key, DirectiveReader.KEYS)
                                .map(nearest -> "did you mean " + nearest + "? ")
                                .orElse("")
                        + "The directives are " + String.join(", ", DirectiveReader.KEYS) + " and "
                        + BackfillWords.WORD);
    }

    static Problem unknownBackfillKey(String key) {
        var other = DirectiveReader.KEYS.contains(key)
                ? "put it on a line of its own: -- migrations: " + key + "=…. "
                : NearestWord.find(key, BackfillWords.KEYS)
                        .map(nearest -> "did you mean " + nearest + "? ")
                        .orElse("");
        return Problem.of(
                "unknown-directive",
                "the directive backfill has no \"" + key + "\"",
                other + "It takes " + String.join(", ", BackfillWords.KEYS));
    }

    static Problem incompleteBackfill(String missing) {
        return Problem.of(
                "wrong-directive-value",
                "the directive backfill does not say its " + missing,
                "write for instance -- migrations: backfill table=users key=id");
    }

    static Problem batchOutOfBounds(int batch, int least, int most) {
        return Problem.of(
                "wrong-directive-value",
                "a backfill that begins with " + batch + " rows cannot stay between " + least + " and " + most,
                "choose min-batch <= batch <= max-batch");
    }

    static Problem directiveValue(String key, String value, String wanted) {
        return Problem.of(
                "wrong-directive-value", "\"" + value + "\" is no value for the directive " + key, "write " + wanted);
    }

    static Problem repeatedDirective(String key) {
        return Problem.of(
                "repeated-directive",
                "the directive " + key + " is given a second time here",
                "keep one of the two, so that nobody has to guess which one counts");
    }
}
