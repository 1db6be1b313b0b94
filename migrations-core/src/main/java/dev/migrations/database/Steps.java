package dev.migrations.database;

import dev.migrations.plan.PlannedStep;
import java.util.List;

/** Does single steps of a plan: on a database, or on paper. */
public interface Steps {

    /** Runs an up script; the segments that it ran. */
    List<SegmentResult> apply(PlannedStep.Apply step, Limits limits, Commit commit);

    /** Runs a down script; the segments that it ran. */
    List<SegmentResult> rollBack(PlannedStep.RollBack step, Limits limits, Commit commit);

    /** Runs a repeatable script; the segments that it ran. */
    List<SegmentResult> applyRepeatable(PlannedStep.ApplyRepeatable step, Limits limits, Commit commit);

    /** Writes a row for a version that nobody runs; the end of {@link #together} keeps it. */
    void declare(PlannedStep.Declare step);

    /** Writes a row for a repeatable that nobody runs; the end of {@link #together} keeps it. */
    void declareRepeatable(PlannedStep.DeclareRepeatable step);

    /** Deletes a row; the end of {@link #together} keeps that. */
    void forget(PlannedStep.Forget step);

    /**
     * Does steps that share one transaction, which ends with them. If one of them gets no lock, all of them are undone and
     * done again: a savepoint would keep the locks that the others have.
     *
     * @param steps are done at least once, from the first to the last
     * @throws StatementFailedException if the server refuses, which undoes the whole run
     */
    void together(Runnable steps);
}
