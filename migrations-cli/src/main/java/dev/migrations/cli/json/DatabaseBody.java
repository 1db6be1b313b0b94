package dev.migrations.cli.json;

import dev.migrations.MigrationStatus;
import dev.migrations.database.LockHolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One folder on one database, in the endpoint's words. An {@code Optional} is an explicit null; a null is left out. */
record DatabaseBody(
        Standing status,
        String schemaTable,
        Optional<String> currentVersion,
        int appliedCount,
        int pendingCount,
        List<MigrationBody> migrations,
        List<MigrationBody> repeatables,
        List<BackfillBody> backfills,
        Optional<LockBody> lock,
        List<BlockerBody> blockers,
        Optional<ProblemBody> lastError) {

    static DatabaseBody of(MigrationStatus found) {
        return new DatabaseBody(
                Standing.of(found),
                found.schemaTable(),
                Optional.ofNullable(found.currentVersion()).map(Object::toString),
                found.appliedCount(),
                found.pendingCount(),
                found.migrations().stream()
                        .map(version -> MigrationBody.of(version, found))
                        .toList(),
                found.repeatables().stream().map(MigrationBody::of).toList(),
                found.backfills().stream().map(BackfillBody::of).toList(),
                Optional.ofNullable(found.lock()).map(LockBody::of),
                found.blockers().stream().map(BlockerBody::of).toList(),
                found.problems().stream().findFirst().map(ProblemBody::of));
    }

    /** Where nothing is known of its history. */
    static DatabaseBody unknown(Standing status, String schemaTable, ProblemBody error) {
        return new DatabaseBody(
                status,
                schemaTable,
                Optional.empty(),
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(error));
    }

    /** One version, or one repeatable, which has no version; {@code waitsFor} is left out where it waits for nothing. */
    record MigrationBody(
            @Nullable String version,
            String description,
            String state,
            @Nullable List<String> waitsFor,
            String script,
            @Nullable Boolean reversible,
            String checksum,
            Optional<Instant> appliedAt,
            Optional<String> appliedBy,
            Optional<Long> durationMs) {

        static MigrationBody of(MigrationStatus.Version found, MigrationStatus status) {
            return new MigrationBody(
                    found.version().toString(),
                    found.description(),
                    found.state().name(),
                    waitsFor(found, status),
                    found.script(),
                    found.reversible(),
                    found.checksum(),
                    Optional.ofNullable(found.appliedAt()),
                    Optional.ofNullable(found.appliedBy()),
                    Optional.ofNullable(found.duration()).map(Duration::toMillis));
        }

        private static @Nullable List<String> waitsFor(MigrationStatus.Version found, MigrationStatus status) {
            var backfills =
                    status.waitsFor(found).stream().map(Object::toString).toList();
            return backfills.isEmpty() ? null : backfills;
        }

        static MigrationBody of(MigrationStatus.Repeatable found) {
            return new MigrationBody(
                    null,
                    found.description(),
                    found.state().name(),
                    null,
                    found.script(),
                    null,
                    found.checksum(),
                    Optional.ofNullable(found.appliedAt()),
                    Optional.ofNullable(found.appliedBy()),
                    Optional.ofNullable(found.duration()).map(Duration::toMillis));
        }
    }

    /** The session that holds the lock. */
    record LockBody(
            int pid,
            String user,
            String application,
            Optional<String> host,
            Optional<Instant> since,
            Optional<String> running) {

        static LockBody of(LockHolder holder) {
            return new LockBody(
                    holder.pid(),
                    holder.user(),
                    holder.application(),
                    Optional.ofNullable(holder.host()),
                    Optional.ofNullable(holder.since()),
                    Optional.ofNullable(holder.running()));
        }
    }
}
