package dev.migrations.plan;

import dev.migrations.history.AppliedMigration;
import dev.migrations.history.MigrationHistory;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationSet;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.migration.RepeatableMigration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A set of migrations held against a history: the state of each version, before anyone decides what to do. */
public final class MigrationComparison {

    private final MigrationSet set;
    private final MigrationHistory history;
    private final FolderSettings settings;
    private final List<VersionState> versions;

    private MigrationComparison(MigrationSet set, MigrationHistory history, FolderSettings settings) {
        this.set = set;
        this.history = history;
        this.settings = settings;
        var all = new TreeSet<MigrationVersion>();
        set.migrations().forEach(migration -> all.add(migration.version()));
        history.migrations().forEach(applied -> all.add(applied.version()));
        this.versions = all.stream().map(this::compare).toList();
    }

    /** Compares; pure and linear. */
    public static MigrationComparison of(MigrationSet set, MigrationHistory history, FolderSettings settings) {
        return new MigrationComparison(set, history, settings);
    }

    /** Every version that has a file or a row, in order. */
    public List<VersionState> versions() {
        return versions;
    }

    /** One version. */
    public Optional<VersionState> find(MigrationVersion version) {
        return versions.stream()
                .filter(state -> state.version().equals(version))
                .findFirst();
    }

    /** Whether a repeatable's script is new or has changed. */
    public boolean isPending(RepeatableMigration repeatable) {
        return history.findRepeatable(repeatable.description())
                .map(applied -> !applied.checksum().equals(repeatable.script().checksum()))
                .orElse(true);
    }

    /** The highest version that is completely applied. */
    public Optional<MigrationVersion> currentVersion() {
        return history.migrations().stream()
                .filter(applied -> !applied.isInterrupted())
                .map(AppliedMigration::version)
                .reduce((lower, higher) -> higher);
    }

    /** The files. */
    public MigrationSet set() {
        return set;
    }

    /** The rows. */
    public MigrationHistory history() {
        return history;
    }

    /** What {@code migration.yaml} says. */
    public FolderSettings settings() {
        return settings;
    }

    /**
     * The files of an applied version, as they were applied; empty for a newer release's, or if it is not applied.
     *
     * @throws PlanRefusedException if they have changed since, or are not there
     */
    public Optional<Migration> findApplied(MigrationVersion version) {
        var found = find(version).filter(state -> state.applied() != null);
        if (found.isEmpty() || isFuture(found.get())) {
            return Optional.empty();
        }
        return switch (found.get().state()) {
            case CHANGED -> throw new PlanRefusedException(List.of(Refusals.changed(found.get(), this)));
            case MISSING -> throw new PlanRefusedException(List.of(Refusals.missing(found.get())));
            default -> Optional.ofNullable(found.get().migration());
        };
    }

    /** Whether a version without a file is a newer release's: it lies above every file. */
    boolean isFuture(VersionState version) {
        return version.migration() == null
                && set.last().map(last -> version.version().compareTo(last) > 0).orElse(true);
    }

    private VersionState compare(MigrationVersion version) {
        var migration = set.find(version).orElse(null);
        var applied = history.find(version).orElse(null);
        return new VersionState(version, state(version, migration, applied), migration, applied);
    }

    private MigrationState state(
            MigrationVersion version, @Nullable Migration migration, @Nullable AppliedMigration applied) {
        if (applied == null) {
            return history.last().filter(last -> version.compareTo(last) < 0).isPresent()
                    ? MigrationState.OUT_OF_ORDER
                    : MigrationState.PENDING;
        }
        if (applied.isInterrupted()) {
            return MigrationState.INTERRUPTED;
        }
        if (applied.state() == AppliedMigration.State.BASELINE) {
            return MigrationState.BASELINE;
        }
        if (migration == null) {
            return MigrationState.MISSING;
        }
        return Objects.equals(migration.up().checksum(), applied.checksum())
                ? MigrationState.APPLIED
                : MigrationState.CHANGED;
    }
}
