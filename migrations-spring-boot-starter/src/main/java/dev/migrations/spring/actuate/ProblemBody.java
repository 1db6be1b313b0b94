package dev.migrations.spring.actuate;

import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * A problem as far as strangers may know it. What the server said may quote rows and literals, so its code stands for it; and
 * a line of SQL is never shown.
 *
 * @param code     stable and kebab-case
 * @param message  what is so
 * @param location the place in a file
 * @param sqlState the server's code
 */
public record ProblemBody(String code, String message, Optional<String> location, Optional<String> sqlState) {

    static ProblemBody of(Problem problem) {
        var state = Optional.ofNullable(problem.sqlState());
        return new ProblemBody(
                problem.code(),
                state.map(said -> "SQLSTATE " + said).orElse(problem.message()),
                Optional.ofNullable(problem.location()).map(SourceLocation::toString),
                state);
    }

    static List<ProblemBody> of(List<Problem> problems) {
        return problems.stream().map(ProblemBody::of).toList();
    }

    /** The first of them; the log has all. */
    static Optional<ProblemBody> first(List<Problem> problems) {
        return problems.stream().findFirst().map(ProblemBody::of);
    }

    static ProblemBody of(String code, String message) {
        return new ProblemBody(code, message, Optional.empty(), Optional.empty());
    }
}
