package dev.migrations.migration;

import dev.migrations.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What one folder holds: each version once, each repeatable once, both in order. */
public final class MigrationSet {

    private final NavigableMap<MigrationVersion, Migration> byVersion;
    private final List<Migration> migrations;
    private final List<RepeatableMigration> repeatables;

    private MigrationSet(
            NavigableMap<MigrationVersion, Migration> byVersion, Collection<RepeatableMigration> repeatables) {
        this.byVersion = byVersion;
        this.migrations = List.copyOf(byVersion.values());
        this.repeatables = List.copyOf(repeatables);
    }

    /**
     * Puts migrations and repeatables in order.
     *
     * @throws MigrationFilesException if two migrations have one version, or two repeatables one description
     */
    public static MigrationSet of(Collection<Migration> migrations, Collection<RepeatableMigration> repeatables) {
        var problems = new ArrayList<Problem>();
        var byVersion = new TreeMap<MigrationVersion, Migration>();
        for (var migration : migrations) {
            var first = byVersion.putIfAbsent(migration.version(), migration);
            if (first != null) {
                problems.add(sameVersion(first, migration));
            }
        }
        var byDescription = new TreeMap<String, RepeatableMigration>();
        for (var repeatable : repeatables) {
            var first = byDescription.putIfAbsent(repeatable.description(), repeatable);
            if (first != null) {
                problems.add(sameDescription(first, repeatable));
            }
        }
        if (!problems.isEmpty()) {
            throw new MigrationFilesException(problems);
        }
        return new MigrationSet(byVersion, byDescription.values());
    }

    /** The migrations by version, lowest first. */
    public List<Migration> migrations() {
        return migrations;
    }

    /** The repeatables by description. */
    public List<RepeatableMigration> repeatables() {
        return repeatables;
    }

    /** The migration of a version. */
    public Optional<Migration> find(MigrationVersion version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    /** The highest version; empty when there are only repeatables, or nothing. */
    public Optional<MigrationVersion> last() {
        return byVersion.isEmpty() ? Optional.empty() : Optional.of(byVersion.lastKey());
    }

    /** The version that a new migration should have: the one after the last, or 1. */
    public MigrationVersion next() {
        return new FreeVersions(byVersion.keySet()).next();
    }

    private static Problem sameVersion(Migration first, Migration second) {
        return Problem.of(
                "conflict",
                "version " + first.version() + " is taken twice: by "
                        + first.up().name() + " and by " + second.up().name(),
                "give one of them a version that is free");
    }

    private static Problem sameDescription(RepeatableMigration first, RepeatableMigration second) {
        return Problem.of(
                "conflict",
                "two repeatables are called " + first.description() + ": "
                        + first.script().name() + " and " + second.script().name(),
                "rename one of them");
    }
}
