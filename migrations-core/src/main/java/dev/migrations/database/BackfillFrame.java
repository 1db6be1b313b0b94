package dev.migrations.database;

import dev.migrations.migration.Migration;
import java.sql.SQLException;

/** What each batch sets for its transaction, and nothing beyond it. */
final class BackfillFrame {

    /**
     * The lexer has read the statement with standard strings, and positions are stored as text: the next batch must read
     * them as they were written.
     */
    private static final String ENTER = """
            select set_config('application_name', ?, true), set_config('search_path', ?, true),
                   set_config('role', ?, true), set_config('lock_timeout', ?, true),
                   set_config('statement_timeout', ?, true), set_config('standard_conforming_strings', 'on', true),
                   set_config('datestyle', 'ISO, YMD', true), set_config('intervalstyle', 'postgres', true),
                   set_config('extra_float_digits', '1', true), set_config('tcp_keepalives_idle', '20', true),
                   set_config('tcp_keepalives_interval', '10', true), set_config('tcp_keepalives_count', '3', true)""";

    private final Session session;
    private final String name;
    private final Limits limits;

    BackfillFrame(Session session, Migration migration, Limits limits) {
        this.session = session;
        this.name = RunnerName.ofBackfill(migration.up().name());
        this.limits = limits;
    }

    /** Opens the transaction. */
    void enter() throws SQLException {
        var facts = session.facts();
        var timeout = limits.statementTimeout();
        var pipeline = new Pipeline();
        pipeline.add(
                ENTER,
                name,
                facts.searchPath(),
                facts.role(),
                Limits.milliseconds(limits.lockTimeout()),
                timeout == null ? facts.statementTimeout() : Limits.milliseconds(timeout));
        try {
            session.sendInTransaction(pipeline, notice -> {});
        } catch (Pipeline.FailedAtException e) {
            throw e.failure();
        }
    }
}
