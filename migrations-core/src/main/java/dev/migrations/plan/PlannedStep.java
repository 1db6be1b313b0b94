package dev.migrations.plan;

import dev.migrations.history.AppliedElsewhere;
import dev.migrations.history.AppliedMigration;
import dev.migrations.history.ForeignMigration;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.migration.RepeatableMigration;
import dev.migrations.script.SqlScript;
import org.jspecify.annotations.Nullable;

/** One thing that will happen; the order of steps is the order of the plan. */
public sealed interface PlannedStep {

    /** Hands the step to the one who does it. */
    void perform(Performer performer);

    /** What an earlier run of a script left. */
    enum Beginning {
        /** Nothing: there was none. */
        FRESH,
        /** A segment that the server has refused, so that nothing is left of it but an invalid index. */
        AFTER_REFUSAL,
        /** Perhaps a segment that was cut off, before or behind its effect. */
        AFTER_CUT_OFF
    }

    /** Why a repeatable runs. */
    enum Occasion {
        /** It is new, or has changed. */
        PENDING,
        /** It says {@code run=always}. */
        ALWAYS
    }

    /** Whoever does the steps of a plan, one method for each kind. */
    interface Performer {

        /** Runs an up script. */
        void apply(Apply step);

        /** Runs a repeatable script. */
        void applyRepeatable(ApplyRepeatable step);

        /** Runs a down script. */
        void rollBack(RollBack step);

        /** Writes a row for a version that nobody runs. */
        void declare(Declare step);

        /** Writes a row for a repeatable that nobody runs. */
        void declareRepeatable(DeclareRepeatable step);

        /** Deletes a row. */
        void forget(Forget step);
    }

    /**
     * Run an up script.
     *
     * @param migration    what to run
     * @param segmentsDone how many of its segments an interrupted run has committed; 0 for a fresh run
     * @param beginning    what an earlier run left
     */
    record Apply(Migration migration, int segmentsDone, Beginning beginning) implements PlannedStep {

        /** Whether an interrupted run left a row. */
        public boolean resumed() {
            return beginning != Beginning.FRESH;
        }

        @Override
        public void perform(Performer performer) {
            performer.apply(this);
        }
    }

    /**
     * Run a repeatable script.
     *
     * @param repeatable what to run
     * @param occasion   why
     */
    record ApplyRepeatable(RepeatableMigration repeatable, Occasion occasion) implements PlannedStep {

        @Override
        public void perform(Performer performer) {
            performer.applyRepeatable(this);
        }
    }

    /**
     * Run a down script.
     *
     * @param applied      the row that will go
     * @param down         the file if it is there, else the script kept in the row
     * @param segmentsDone how many of its segments an interrupted rollback has committed
     */
    record RollBack(AppliedMigration applied, SqlScript down, int segmentsDone) implements PlannedStep {

        @Override
        public void perform(Performer performer) {
            performer.rollBack(this);
        }
    }

    /**
     * Write a row, in place of the one that is there, without running anything.
     *
     * @param version     the number
     * @param description from the file's name
     * @param script      the file's name
     * @param checksum    of the file
     * @param state       what the row will say
     * @param down        the down script to keep with the row; null if there is none
     * @param stamp       what a new row says about when and by whom; null for now, and this role
     */
    record Declare(
            MigrationVersion version,
            String description,
            String script,
            String checksum,
            AppliedMigration.State state,
            @Nullable SqlScript down,
            @Nullable AppliedElsewhere stamp)
            implements PlannedStep {

        /** A row for a file. */
        static Declare of(Migration migration, AppliedMigration.State state) {
            return new Declare(
                    migration.version(),
                    migration.description(),
                    migration.up().name(),
                    migration.up().checksum(),
                    state,
                    migration.down().orElse(null),
                    null);
        }

        /** The same row with another tool's time. */
        Declare stamped(@Nullable AppliedElsewhere time) {
            return new Declare(version, description, script, checksum, state, down, time);
        }

        @Override
        public void perform(Performer performer) {
            performer.declare(this);
        }
    }

    /**
     * Write the row of a repeatable that another tool has run; it is due again only if its file has changed since.
     *
     * @param repeatable the file
     * @param theirs     what that tool says about it
     */
    record DeclareRepeatable(RepeatableMigration repeatable, ForeignMigration theirs) implements PlannedStep {

        @Override
        public void perform(Performer performer) {
            performer.declareRepeatable(this);
        }
    }

    /**
     * Delete a row without running anything.
     *
     * @param applied the row
     */
    record Forget(AppliedMigration applied) implements PlannedStep {

        @Override
        public void perform(Performer performer) {
            performer.forget(this);
        }
    }
}
