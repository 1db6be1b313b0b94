package dev.migrations.spring.actuate;

import dev.migrations.database.BlockingSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A session that keeps a migration, of whichever process, from a lock.
 *
 * @param pid              its server process; 0 for a prepared transaction
 * @param user             its role
 * @param application      its {@code application_name}
 * @param client           where it comes from
 * @param state            such as {@code idle in transaction}
 * @param transactionAgeMs how long its transaction has been open
 * @param queryStart       when its query, or its last one, began
 * @param query            without literals and comments
 * @param lockMode         of the lock that is in the way
 * @param relation         the table
 * @param remedy           SQL that gets it out of the way
 */
public record BlockerBody(
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
