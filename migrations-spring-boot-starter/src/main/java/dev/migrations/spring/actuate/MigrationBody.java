package dev.migrations.spring.actuate;

import dev.migrations.MigrationStatus;
import dev.migrations.plan.MigrationState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version, or one repeatable.
 *
 * @param version     the number without zeros in front; left out for a repeatable
 * @param description from the file's name
 * @param state       what it is
 * @param waitsFor    the backfills that must be complete before it runs; left out where there are none
 * @param script      the file's name
 * @param reversible  whether there is a down script; left out for a repeatable
 * @param checksum    of what was applied; of the file if nothing was
 * @param appliedAt   when, by the server's clock
 * @param appliedBy   by which role
 * @param durationMs  how long it took
 * @param findings    what the lint rules have against it while it is pending; left out where that is nothing
 */
public record MigrationBody(
        @Nullable String version,
        String description,
        MigrationState state,
        @Nullable List<String> waitsFor,
        String script,
        @Nullable Boolean reversible,
        String checksum,
        Optional<Instant> appliedAt,
        Optional<String> appliedBy,
        Optional<Long> durationMs,
        @Nullable List<FindingBody> findings) {

    static MigrationBody of(MigrationStatus.Version found, MigrationStatus status) {
        return new MigrationBody(
                found.version().toString(),
                found.description(),
                found.state(),
                waitsFor(found, status),
                found.script(),
                found.reversible(),
                found.checksum(),
                Optional.ofNullable(found.appliedAt()),
                Optional.ofNullable(found.appliedBy()),
                Optional.ofNullable(found.duration()).map(Duration::toMillis),
                null);
    }

    private static @Nullable List<String> waitsFor(MigrationStatus.Version found, MigrationStatus status) {
        var backfills = status.waitsFor(found).stream().map(Object::toString).toList();
        return backfills.isEmpty() ? null : backfills;
    }

    static MigrationBody of(MigrationStatus.Repeatable found) {
        return new MigrationBody(
                null,
                found.description(),
                found.state(),
                null,
                found.script(),
                null,
                found.checksum(),
                Optional.ofNullable(found.appliedAt()),
                Optional.ofNullable(found.appliedBy()),
                Optional.ofNullable(found.duration()).map(Duration::toMillis),
                null);
    }

    MigrationBody with(List<FindingBody> found) {
        return new MigrationBody(
                version,
                description,
                state,
                waitsFor,
                script,
                reversible,
                checksum,
                appliedAt,
                appliedBy,
                durationMs,
                found.isEmpty() ? null : found);
    }
}
