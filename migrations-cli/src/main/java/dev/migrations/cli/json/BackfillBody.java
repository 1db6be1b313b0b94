package dev.migrations.cli.json;

import dev.migrations.BackfillReport;
import dev.migrations.history.Backfill;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far a backfill is, in the endpoint's words, and which rows it could not do. An {@code Optional} is an explicit null. */
record BackfillBody(
        String version,
        String table,
        List<String> key,
        String state,
        boolean running,
        Optional<String> waits,
        int percent,
        long rowsPassed,
        long rowsChanged,
        long estimatedRows,
        long rowsPerSecond,
        Optional<Long> secondsLeft,
        long batches,
        int batchSize,
        Optional<String> runner,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        int failedRows,
        List<String> failures,
        Optional<String> error) {

    /** All of one database. */
    record Backfills(List<BackfillBody> backfills) {

        static Backfills of(BackfillReport report) {
            return new Backfills(
                    report.backfills().stream().map(BackfillBody::of).toList());
        }
    }

    static BackfillBody of(Backfill found) {
        return new BackfillBody(
                found.version().toString(),
                found.table(),
                found.key(),
                found.state().name(),
                found.running(),
                Optional.ofNullable(found.waits()),
                found.percent(),
                found.rowsPassed(),
                found.rowsChanged(),
                found.estimatedRows(),
                Math.round(found.rowsPerSecond()),
                Optional.ofNullable(found.timeLeft()).map(Duration::toSeconds),
                found.batches(),
                found.batchSize(),
                Optional.ofNullable(found.runner()),
                Optional.ofNullable(found.startedAt()),
                Optional.ofNullable(found.finishedAt()),
                found.failures().size(),
                found.failures(),
                Optional.ofNullable(found.error()));
    }
}
