package dev.migrations.spring.actuate;

import dev.migrations.MigrationStatus;
import dev.migrations.database.LockHolder;
import dev.migrations.lint.LintReport;
import dev.migrations.spring.DriftLook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One folder on one database. An {@code Optional} is an explicit null in JSON; a null would be left out.
 *
 * @param status         how it stands
 * @param schemaTable    the history table
 * @param currentVersion the highest version that is completely applied
 * @param appliedCount   how many versions are applied
 * @param pendingCount   how many versions and repeatables are not
 * @param migrations     every version
 * @param repeatables    every repeatable
 * @param backfills      how far each backfill is
 * @param lock           who is at work
 * @param blockers       who keeps it from a lock
 * @param drift          whether somebody has changed its schema by hand, where this process looks for it
 * @param lastError      the last failure of this process, or what is against the next run
 */
public record DatabaseBody(
        Status status,
        String schemaTable,
        Optional<String> currentVersion,
        int appliedCount,
        int pendingCount,
        List<MigrationBody> migrations,
        List<MigrationBody> repeatables,
        List<BackfillBody> backfills,
        Optional<LockBody> lock,
        List<BlockerBody> blockers,
        Optional<DriftBody> drift,
        Optional<ProblemBody> lastError) {

    static DatabaseBody of(
            Status status, MigrationStatus found, Optional<DriftLook> drift, Optional<ProblemBody> lastError) {
        return new DatabaseBody(
                status,
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
                drift.map(DriftBody::of),
                lastError);
    }

    /** The same with what the lint rules have against its pending scripts. */
    DatabaseBody with(LintReport lint) {
        var byScript = lint.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.location().file(),
                        Collectors.mapping(FindingBody::of, Collectors.toUnmodifiableList())));
        return new DatabaseBody(
                status,
                schemaTable,
                currentVersion,
                appliedCount,
                pendingCount,
                with(byScript, migrations),
                with(byScript, repeatables),
                backfills,
                lock,
                blockers,
                drift,
                lastError);
    }

    private static List<MigrationBody> with(Map<String, List<FindingBody>> byScript, List<MigrationBody> bodies) {
        return bodies.stream()
                .map(body -> body.with(byScript.getOrDefault(body.script(), List.of())))
                .toList();
    }

    /** Where nothing is known of its history. */
    static DatabaseBody unknown(Status status, String schemaTable, ProblemBody error) {
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
                Optional.empty(),
                Optional.of(error));
    }

    /**
     * The session that holds the lock.
     *
     * @param pid         its server process
     * @param user        its role
     * @param application its {@code application_name}
     * @param host        where it comes from
     * @param since       since when it holds the lock
     * @param running     what the runner's other session calls itself while it works
     */
    public record LockBody(
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
