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

    /** Writes a row for a version that nobody runs; {@link #commit} keeps it. */
    void declare(PlannedStep.Declare step);

    /** Writes a row for a repeatable that nobody runs; {@link #commit} keeps it. */
    void declareRepeatable(PlannedStep.DeclareRepeatable step);

    /** Deletes a row; {@link #commit} keeps that. */
    void forget(PlannedStep.Forget step);

    /**
     * Ends the transaction that the steps of a run share.
     *
     * @throws StatementFailedException if the server refuses, which undoes the whole run
     */
    void commit();
}
