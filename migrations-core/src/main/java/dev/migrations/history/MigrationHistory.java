package dev.migrations.history;

import dev.migrations.migration.MigrationVersion;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All rows of one history table, by version. */
public final class MigrationHistory {

    /** The history of a database where nothing was ever applied. */
    public static final MigrationHistory EMPTY = MigrationHistory.of(List.of(), List.of());

    private final NavigableMap<MigrationVersion, AppliedMigration> migrations;
    private final NavigableMap<String, AppliedRepeatable> repeatables;
    private final NavigableMap<MigrationVersion, Backfill> backfills;

    private MigrationHistory(
            NavigableMap<MigrationVersion, AppliedMigration> migrations,
            NavigableMap<String, AppliedRepeatable> repeatables,
            NavigableMap<MigrationVersion, Backfill> backfills) {
        this.migrations = migrations;
        this.repeatables = repeatables;
        this.backfills = backfills;
    }

    /** The history that these rows make, in any order. */
    public static MigrationHistory of(
            Collection<AppliedMigration> migrations, Collection<AppliedRepeatable> repeatables) {
        return of(migrations, repeatables, List.of());
    }

    /** The history that these rows make, in any order. */
    public static MigrationHistory of(
            Collection<AppliedMigration> migrations,
            Collection<AppliedRepeatable> repeatables,
            Collection<Backfill> backfills) {
        return new MigrationHistory(
                migrations.stream().collect(sortedBy(AppliedMigration::version)),
                repeatables.stream().collect(sortedBy(AppliedRepeatable::description)),
                backfills.stream().collect(sortedBy(Backfill::version)));
    }

    /** The rows in the order of their versions. */
    public List<AppliedMigration> migrations() {
        return List.copyOf(migrations.values());
    }

    /** The repeatable scripts that have run, by description. */
    public List<AppliedRepeatable> repeatables() {
        return List.copyOf(repeatables.values());
    }

    /** The row of a version. */
    public Optional<AppliedMigration> find(MigrationVersion version) {
        return Optional.ofNullable(migrations.get(version));
    }

    /** The latest run of a repeatable. */
    public Optional<AppliedRepeatable> findRepeatable(String description) {
        return Optional.ofNullable(repeatables.get(description));
    }

    /** The backfills by version. */
    public List<Backfill> backfills() {
        return List.copyOf(backfills.values());
    }

    /** How far a backfill is; empty where it is not applied, or was only declared to be. */
    public Optional<Backfill> findBackfill(MigrationVersion version) {
        return Optional.ofNullable(backfills.get(version));
    }

    /** The highest version that has a row. */
    public Optional<MigrationVersion> last() {
        return migrations.isEmpty() ? Optional.empty() : Optional.of(migrations.lastKey());
    }

    /** Whether no version has a row. */
    public boolean isEmpty() {
        return migrations.isEmpty();
    }

    private static <K extends Comparable<K>, V> java.util.stream.Collector<V, ?, NavigableMap<K, V>> sortedBy(
            Function<V, K> key) {
        return Collectors.toMap(
                key,
                Function.identity(),
                (one, other) -> {
                    throw new IllegalStateException("two rows for one key: " + one + ", " + other);
                },
                TreeMap::new);
    }
}
