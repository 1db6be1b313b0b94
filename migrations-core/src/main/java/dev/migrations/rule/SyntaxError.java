package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import java.util.List;

/** A script that cannot be cut into statements; the linter asks the script, not its statements. */
public final class SyntaxError implements LintRule {

    SyntaxError() {}

    @Override
    public String code() {
        return "syntax-error";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        return List.of();
    }

    /** The finding for what ended the reading of a script. */
    public Finding of(Problem defect, SourceLocation place) {
        return new Finding(
                code(), severity(), place, defect.message(), defect.hint(), List.of(), List.of(), defect.excerpt());
    }
}
