package dev.migrations.plan;

import dev.migrations.history.ForeignHistory;
import dev.migrations.migration.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** Where a command wants the database to be. */
public sealed interface MigrationTarget {

    /** The plan that leads there. */
    MigrationPlan plan(MigrationComparison comparison);

    /** Whether the plan may undo something, and so needs the down scripts that the history keeps. */
    default boolean mayRollBack() {
        return false;
    }

    /** Everything that is pending. */
    static MigrationTarget up() {
        return new Up(Integer.MAX_VALUE, null);
    }

    /** The next few that are pending; repeatables only run once nothing else is pending. */
    static MigrationTarget up(int count) {
        return new Up(count, null);
    }

    /** Everything pending up to and including a version. */
    static MigrationTarget upTo(MigrationVersion version) {
        return new Up(Integer.MAX_VALUE, version);
    }

    /** The highest few applied versions undone, the highest first. */
    static MigrationTarget down(int count) {
        return new Down(count);
    }

    /** Every applied version undone. */
    static MigrationTarget downAll() {
        return new Down(Integer.MAX_VALUE);
    }

    /** Exactly the versions up to and including this one: what is above is undone, what is missing is applied. */
    static MigrationTarget goTo(MigrationVersion version) {
        return new GoTo(version);
    }

    /** The highest few applied versions undone and applied again. */
    static MigrationTarget redo(int count) {
        return new Redo(count);
    }

    /** An existing schema declared to be at this version; nothing runs. */
    static MigrationTarget baseline(MigrationVersion version) {
        return new Baseline(version);
    }

    /** The history, and nothing else, set to this version; null for a history without versions. */
    static MigrationTarget force(@Nullable MigrationVersion version) {
        return new Force(version);
    }

    /** The same, also to a version that has neither a file nor a row: it gets a row of its own. */
    static MigrationTarget forceUnknown(MigrationVersion version) {
        return new ForceUnknown(version);
    }

    /** The history made to agree with the files: changed scripts accepted, missing ones forgotten. */
    static MigrationTarget repair() {
        return new Repair();
    }

    /** The history of another tool taken over; nothing runs. */
    static MigrationTarget adopt(ForeignHistory theirs) {
        return new Adopt(theirs);
    }

    /** See {@link #up()}. */
    record Up(int count, @Nullable MigrationVersion last) implements MigrationTarget {

        public Up {
            requirePositive(count);
        }

        @Override
        public MigrationPlan plan(MigrationComparison comparison) {
            return new UpPlanner(comparison).plan(count, last);
        }
    }

    /** See {@link #down(int)}. */
    record Down(int count) implements MigrationTarget {

        public Down {
            requirePositive(count);
        }

        @Override
        public boolean mayRollBack() {
            return true;
        }

        @Override
        public MigrationPlan plan(MigrationComparison comparison) {
            return new DownPlanner(comparison).plan(count);
        }
    }

    /** See {@link #goTo(MigrationVersion)}. */
    record GoTo(MigrationVersion version) implements MigrationTarget {

        @Override
        public boolean mayRollBack() {
            return true;
        }

        @Override
        public MigrationPlan plan(MigrationComparison comparison) {
            var down = new DownPlanner(comparison).planAbove(version);
            return down.then(new UpPlanner(comparison).plan(Integer.MAX_VALUE, version, down.rolledBack()));
        }
    }

    /** See {@link #redo(int)}. */
    record Redo(int count) implements MigrationTarget {

        public Redo {
            requirePositive(count);
        }

        @Override
        public boolean mayRollBack() {
            return true;
        }

        @Override
        public MigrationPlan plan(MigrationComparison comparison) {
            var down = new DownPlanner(comparison).plan(count);
            return down.then(new UpPlanner(comparison).planAgain(down.rolledBack()));
        }
    }

    /** See {@link #baseline(MigrationVersion)}. */
    record Baseline(MigrationVersion version) implements MigrationTarget {

        @Override
        public MigrationPlan plan(MigrationComparison comparison) {
            return new HistoryPlanner(comparison).baseline(version);
        }
    }

    /** See {@link #force(MigrationVersion)}. */
    record Force(@Nullable MigrationVersion version) implements MigrationTarget {

        @Override
        public MigrationPlan plan(MigrationComparison comparison) {
            return new HistoryPlanner(comparison).force(version);
        }
    }

    /** See {@link #forceUnknown(MigrationVersion)}. */
    record ForceUnknown(MigrationVersion version) implements MigrationTarget {

        @Override
        public MigrationPlan plan(MigrationComparison comparison) {
            return new HistoryPlanner(comparison).forceUnknown(version);
        }
    }

    /** See {@link #repair()}. */
    record Repair() implements MigrationTarget {

        @Override
        public MigrationPlan plan(MigrationComparison comparison) {
            return new HistoryPlanner(comparison).repair();
        }
    }

    /** See {@link #adopt(ForeignHistory)}. */
    record Adopt(ForeignHistory theirs) implements MigrationTarget {

        @Override
        public MigrationPlan plan(MigrationComparison comparison) {
            return Adoption.of(comparison, theirs).plan();
        }
    }

    private static void requirePositive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a count of migrations starts at 1, not " + count);
        }
    }
}
