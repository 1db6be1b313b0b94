package dev.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlockingSessionTest {

    @Test
    void a_session_that_works_can_be_cancelled() {
        var session = session("active", "update t set name = 'Ann' where id = 7");
        assertThat(session)
                .hasToString("pid 4711 (app at 10.0.0.7, shop), in a transaction of 12 min, RowExclusiveLock on t:"
                        + " update t set name = ? where id = ?");
        assertThat(session.remedy()).isEqualTo("select pg_cancel_backend(4711);");
    }

    @Test
    void a_session_that_does_nothing_can_only_be_ended() {
        var session = session("idle in transaction", "select 1");
        assertThat(session)
                .hasToString("pid 4711 (app at 10.0.0.7, shop), idle in transaction, in a transaction of 12 min,"
                        + " RowExclusiveLock on t: select ?");
        assertThat(session.remedy()).isEqualTo("select pg_terminate_backend(4711);");
        assertThat(session("idle in transaction (aborted)", null).isIdleInTransaction())
                .isTrue();
    }

    @Test
    void an_autovacuum_is_told_by_its_words() {
        var vacuum = new BlockingSession(
                4711,
                "autovacuum worker",
                null,
                "",
                null,
                "active",
                Duration.ofHours(3),
                Instant.EPOCH,
                "autovacuum: VACUUM public.t (to prevent wraparound)",
                "ShareUpdateExclusiveLock",
                "t");
        assertThat(vacuum)
                .hasToString("pid 4711 (autovacuum worker), in a transaction of 3 h, ShareUpdateExclusiveLock on t:"
                        + " autovacuum: VACUUM public.t (to prevent wraparound)");
        assertThat(vacuum.preventsWraparound()).isTrue();
        assertThat(vacuum.remedy()).isEqualTo("select pg_cancel_backend(4711);");
    }

    @Test
    void of_a_session_that_is_hidden_its_role_is_known() {
        var hidden = new BlockingSession(4711, null, "app", "shop", null, null, null, null, null, null, "t");
        assertThat(hidden).hasToString("pid 4711 (app, shop) on t");
        assertThat(hidden.remedy()).isEqualTo("select pg_terminate_backend(4711);");
    }

    @Test
    void a_prepared_transaction_has_no_process() {
        var prepared = new BlockingSession(0, null, null, "", null, null, null, null, null, "ExclusiveLock", "t");
        assertThat(prepared).hasToString("a prepared transaction, ExclusiveLock on t");
        assertThat(prepared.remedy()).contains("pg_prepared_xacts");
    }

    @Test
    void a_long_query_is_cut() {
        var session = session("active", "select " + "a, ".repeat(200) + "b");
        assertThat(session.maskedQuery())
                .hasValueSatisfying(query -> assertThat(query).hasSize(201).endsWith("…"));
    }

    private static BlockingSession session(String state, @Nullable String query) {
        return new BlockingSession(
                4711,
                "client backend",
                "app",
                "shop",
                "10.0.0.7",
                state,
                Duration.ofMinutes(12),
                Instant.EPOCH,
                query,
                "RowExclusiveLock",
                "t");
    }
}
