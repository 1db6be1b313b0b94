package dev.migrations.database;

import dev.migrations.script.Segment;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StandAlone;
import java.time.Duration;

/** What surrounds the statements of a script, so that each finds the session as it should be and leaves it as it was. */
final class ScriptFrame {

    /** The lexer has read the script with standard strings; a database that defaults to others must agree with it. */
    private static final String ENTER = """
            select set_config('application_name', ?, true), set_config('search_path', ?, true),
                   set_config('role', ?, true), set_config('lock_timeout', ?, true),
                   set_config('statement_timeout', ?, true), set_config('standard_conforming_strings', 'on', true)""";

    // so that others still see whose transaction it is while it commits
    private static final String KEEP_NAME = "select set_config('application_name', ?, true)";
    private static final String COMMIT_ASYNCHRONOUSLY = "set local synchronous_commit = off";

    /** Only what differs: PgBouncer may send what follows to another server session, and this one would keep it. */
    private static final String ENTER_ALONE = """
            select set_config(setting.name, setting.wanted, false)
            from (values ('application_name', ?), ('search_path', ?), ('role', ?), ('lock_timeout', ?),
                         ('statement_timeout', ?), ('standard_conforming_strings', 'on')) as setting (name, wanted)
            where current_setting(setting.name) <> setting.wanted""";

    private final SessionFacts facts;
    private final String sessionName;
    private final Limits limits;
    private final Commit commit;

    ScriptFrame(SessionFacts facts, String script, Limits limits, Commit commit) {
        this.facts = facts;
        this.sessionName = RunnerName.of(facts.table()).working(script);
        this.limits = limits;
        this.commit = commit;
    }

    /** Whether each transaction of the script is ended with it. */
    boolean endsTransactions() {
        return commit != Commit.LATER;
    }

    /** Before the statements of a transaction, and before the history is written in it. */
    void enter(Pipeline pipeline, Segment segment) {
        if (!segment.transactionModes().isEmpty()) {
            // before the first query of the transaction, or the server refuses it
            pipeline.add("set transaction " + segment.transactionModes());
        }
        var timeout = limits.statementTimeout();
        pipeline.add(
                ENTER,
                sessionName,
                facts.searchPath(),
                facts.role(),
                Limits.milliseconds(limits.lockTimeout()),
                timeout == null ? facts.statementTimeout() : Limits.milliseconds(timeout));
    }

    /** After the statements of a transaction: the next client behind a pooler would inherit what they have set. */
    void leave(Pipeline pipeline, boolean atEnd) {
        new SessionReset(facts).add(pipeline, atEnd);
        pipeline.add(KEEP_NAME, sessionName);
        if (commit == Commit.ASYNCHRONOUS) {
            pipeline.add(COMMIT_ASYNCHRONOUSLY);
        }
    }

    /** Before a statement that stands alone. */
    void enterAlone(Pipeline pipeline, SqlStatement statement) {
        var timeout = limits.statementTimeout();
        // a concurrent build waits for transactions and keeps nobody, and a lock time-out would only leave an invalid
        // index
        var lockTimeout = StandAlone.blocksTraffic(statement) ? limits.lockTimeout() : Duration.ZERO;
        pipeline.add(
                ENTER_ALONE,
                sessionName,
                facts.searchPath(),
                facts.role(),
                Limits.milliseconds(lockTimeout),
                timeout == null ? "0" : Limits.milliseconds(timeout));
    }

    /** After a statement that stands alone. */
    void leaveAlone(Pipeline pipeline, boolean atEnd) {
        new SessionReset(facts).add(pipeline, atEnd);
    }
}
