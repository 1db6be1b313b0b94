package dev.migrations;

import dev.migrations.database.BlockingSession;
import dev.migrations.database.LockHolder;
import dev.migrations.migration.RepeatableMigration;
import dev.migrations.plan.MigrationComparison;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationState;
import dev.migrations.plan.VersionState;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns a comparison into a status: only the lock tells an interrupted version from one that runs. */
final class StatusReading {

    private final MigrationComparison comparison;
    private final @Nullable LockHolder holder;
    private final List<BlockingSession> blockers;
    private final MigrationPlan up;

    private StatusReading(
            MigrationComparison comparison,
            @Nullable LockHolder holder,
            List<BlockingSession> blockers,
            MigrationPlan up) {
        this.comparison = comparison;
        this.holder = holder;
        this.blockers = blockers;
        this.up = up;
    }

    static StatusReading of(
            MigrationComparison comparison,
            @Nullable LockHolder holder,
            List<BlockingSession> blockers,
            MigrationPlan up) {
        return new StatusReading(comparison, holder, blockers, up);
    }

    MigrationStatus status(String folder, String database, Predicate<String> isRunning) {
        return new MigrationStatus(
                folder,
                database,
                comparison.settings().schemaTable().toString(),
                comparison.currentVersion().orElse(null),
                comparison.versions().stream()
                        .map(version -> version(version, isRunning))
                        .toList(),
                comparison.set().repeatables().stream().map(this::repeatable).toList(),
                holder,
                blockers,
                up.refusals(),
                comparison.history().backfills(),
                up.heldBack());
    }

    private MigrationStatus.Version version(VersionState version, Predicate<String> isRunning) {
        var row = version.applied();
        return new MigrationStatus.Version(
                version.version(),
                version.description(),
                state(version, isRunning),
                version.script(),
                version.isReversible(),
                version.checksum(),
                row == null ? null : row.appliedAt(),
                row == null ? null : row.appliedBy(),
                row == null ? null : row.duration());
    }

    private MigrationState state(VersionState version, Predicate<String> isRunning) {
        return switch (version.state()) {
            case INTERRUPTED -> holder == null ? MigrationState.INTERRUPTED : MigrationState.RUNNING;
            case PENDING, OUT_OF_ORDER -> isRunning.test(version.script()) ? MigrationState.RUNNING : version.state();
            case APPLIED, CHANGED, MISSING, RUNNING, BASELINE -> version.state();
        };
    }

    private MigrationStatus.Repeatable repeatable(RepeatableMigration repeatable) {
        var row = comparison.history().findRepeatable(repeatable.description()).orElse(null);
        return new MigrationStatus.Repeatable(
                repeatable.description(),
                comparison.isPending(repeatable) ? MigrationState.PENDING : MigrationState.APPLIED,
                repeatable.script().name(),
                repeatable.script().checksum(),
                row == null ? null : row.appliedAt(),
                row == null ? null : row.appliedBy(),
                row == null ? null : row.duration());
    }
}
