package dev.migrations.plan;

import dev.migrations.history.AppliedMigration.State;
import dev.migrations.history.ForeignHistory;
import dev.migrations.history.ForeignMigration;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.PlannedStep.Declare;
import dev.migrations.plan.PlannedStep.DeclareRepeatable;
import dev.migrations.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Another tool's history met with the files here: which row is which file, and the plan that follows.
 *
 * @param matches in the order of the other tool's rows
 * @param plan    rows to be written, or everything that is against it
 */
public record Adoption(List<Match> matches, MigrationPlan plan) {

    public Adoption {
        matches = List.copyOf(matches);
    }

    /**
     * One row of the other tool, and one file that it stands for.
     *
     * @param theirs as that tool shows it
     * @param ours   the file's name; null where there is none
     */
    public record Match(String theirs, @Nullable String ours) {}

    /** Matches, and plans; pure. */
    public static Adoption of(MigrationComparison comparison, ForeignHistory theirs) {
        return new Matching(comparison, theirs).adoption();
    }

    private static final class Matching {

        private final MigrationComparison comparison;
        private final ForeignHistory theirs;
        private final ForeignNames names;
        private final List<Match> matches = new ArrayList<>();
        private final List<Problem> refusals = new ArrayList<>();
        private final SortedMap<MigrationVersion, Declare> rows = new TreeMap<>();
        private final List<PlannedStep> repeatables = new ArrayList<>();

        Matching(MigrationComparison comparison, ForeignHistory theirs) {
            this.comparison = comparison;
            this.theirs = theirs;
            this.names = new ForeignNames(comparison.set(), theirs);
        }

        Adoption adoption() {
            if (theirs.rows().isEmpty()) {
                refusals.add(AdoptionRefusals.nothingApplied(theirs));
            }
            theirs.rows().forEach(this::match);
            return new Adoption(matches, plan());
        }

        private MigrationPlan plan() {
            var existing = comparison.history();
            if (refusals.isEmpty() && !existing.isEmpty()) {
                if (rows.keySet().stream()
                        .allMatch(version -> existing.find(version).isPresent())) {
                    return new MigrationPlan(List.of(), List.of());
                }
                refusals.add(AdoptionRefusals.overHistory(existing, theirs));
            }
            var steps = Stream.concat(rows.values().stream(), repeatables.stream());
            return new MigrationPlan(refusals.isEmpty() ? steps.toList() : List.of(), refusals);
        }

        private void match(ForeignMigration row) {
            switch (row.claim()) {
                case FAILED -> refuse(row, AdoptionRefusals.failed(row, theirs));
                case APPLIED -> applied(row);
                case REACHED -> reached(row);
                case BASELINE -> baseline(row);
                case REPEATED -> repeated(row);
            }
        }

        private void applied(ForeignMigration row) {
            var migration = names.findMigration(row);
            if (migration.isPresent()) {
                declare(row, Declare.of(migration.get(), State.APPLIED));
            } else if (names.findRepeatable(row).isPresent()) {
                repeated(row);
            } else {
                refuse(
                        row,
                        names.isAmbiguous(row)
                                ? AdoptionRefusals.ambiguous(row, theirs)
                                : AdoptionRefusals.noFile(row, theirs));
            }
        }

        private void reached(ForeignMigration row) {
            if (names.findMigration(row).isEmpty()) {
                refuse(row, AdoptionRefusals.noFile(row, theirs));
                return;
            }
            declareUpTo(row, MigrationVersion.parse(row.version()), State.APPLIED);
        }

        private void baseline(ForeignMigration row) {
            if (!row.isNumbered() || names.areRenumbered()) {
                refuse(row, AdoptionRefusals.unplacedBaseline(row, theirs));
                return;
            }
            var version = MigrationVersion.parse(row.version());
            declareUpTo(row, version, State.BASELINE);
            if (comparison.set().find(version).isEmpty()) {
                declare(row, new Declare(version, "baseline", "", "", State.BASELINE, null, row.stamp()));
            }
        }

        private void declareUpTo(ForeignMigration row, MigrationVersion last, State state) {
            for (var migration : comparison.set().migrations()) {
                if (migration.version().compareTo(last) <= 0) {
                    declare(row, Declare.of(migration, state));
                }
            }
        }

        private void declare(ForeignMigration row, Declare step) {
            matches.add(new Match(row.name(), step.script().isEmpty() ? null : step.script()));
            rows.putIfAbsent(step.version(), step.stamped(row.stamp()));
        }

        private void repeated(ForeignMigration row) {
            var repeatable = names.findRepeatable(row);
            if (repeatable.isEmpty()) {
                // what runs whenever it changes may go without being undone
                matches.add(new Match(row.name(), null));
                return;
            }
            matches.add(new Match(row.name(), repeatable.get().script().name()));
            repeatables.add(new DeclareRepeatable(repeatable.get(), row));
        }

        private void refuse(ForeignMigration row, Problem problem) {
            matches.add(new Match(row.name(), null));
            refusals.add(problem);
        }
    }
}
