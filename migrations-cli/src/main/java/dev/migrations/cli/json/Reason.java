package dev.migrations.cli.json;

import dev.migrations.cli.output.Answer;
import dev.migrations.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One problem, as a program asks for it: why a command did not do what it was told. */
record Reason(
        String code,
        String problem,
        String hint,
        Optional<String> file,
        Optional<Integer> line,
        Optional<Integer> column,
        Optional<String> sqlState) {

    static Reason of(Problem problem) {
        var place = Optional.ofNullable(problem.location());
        return new Reason(
                problem.code(),
                problem.message(),
                problem.hint(),
                place.map(at -> at.file()),
                place.map(at -> at.line()),
                place.map(at -> at.column()),
                Optional.ofNullable(problem.sqlState()));
    }

    /** The first problem of what several databases answered, those that did not answer first; null if there is none. */
    static <A> @Nullable Reason first(List<Answer<A>> answers, Function<Answer<A>, List<Problem>> problems) {
        return answers.stream()
                .filter(answer -> answer.failure() != null)
                .findFirst()
                .or(() -> answers.stream()
                        .filter(answer -> !problems.apply(answer).isEmpty())
                        .findFirst())
                .map(answer -> answer.failure() != null ? answer.problems() : problems.apply(answer))
                .map(found -> Reason.of(found.get(0)))
                .orElse(null);
    }
}
