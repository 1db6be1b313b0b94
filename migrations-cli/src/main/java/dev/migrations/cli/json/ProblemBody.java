package dev.migrations.cli.json;

import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import java.util.List;
import java.util.Optional;

/** A problem in the endpoint's words, and its hint: whoever runs a command may know what the server said. */
record ProblemBody(String code, String message, String hint, Optional<String> location, Optional<String> sqlState) {

    static ProblemBody of(Problem problem) {
        return new ProblemBody(
                problem.code(),
                problem.message(),
                problem.hint(),
                Optional.ofNullable(problem.location()).map(SourceLocation::toString),
                Optional.ofNullable(problem.sqlState()));
    }

    static List<ProblemBody> of(List<Problem> problems) {
        return problems.stream().map(ProblemBody::of).toList();
    }
}
