package dev.migrations.plan;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import java.util.List;

/** Nothing ran: everything that is against the plan, at once. */
public final class PlanRefusedException extends MigrationException {

    private static final long serialVersionUID = 1;

    PlanRefusedException(List<Problem> refusals) {
        super(refusals, null);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }
}
