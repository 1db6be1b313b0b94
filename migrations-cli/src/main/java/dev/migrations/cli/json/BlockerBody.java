package dev.migrations.cli.json;

import dev.migrations.database.BlockingSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A session that keeps a run from a lock; its query is without literals and comments. */
record BlockerBody(
        int pid,
        Optional<String> user,
        String application,
        Optional<String> client,
        Optional<String> state,
        Optional<Long> transactionAgeMs,
        Optional<Instant> queryStart,
        Optional<String> query,
        Optional<String> lockMode,
        Optional<String> relation,
        String remedy) {

    static BlockerBody of(BlockingSession session) {
        return new BlockerBody(
                session.pid(),
                Optional.ofNullable(session.user()),
                session.application(),
                Optional.ofNullable(session.client()),
                Optional.ofNullable(session.state()),
                Optional.ofNullable(session.transactionAge()).map(Duration::toMillis),
                Optional.ofNullable(session.queryStart()),
                session.maskedQuery(),
                Optional.ofNullable(session.lockMode()),
                Optional.ofNullable(session.relation()),
                session.remedy());
    }
}
