package dev.migrations.database;

import dev.migrations.plan.PlannedStep.Beginning;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import dev.migrations.script.SqlStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs one script, segment by segment, and writes its progress.
 *
 * <ol>
 *   <li>A transactional segment and its progress commit together: after a crash, either both are there or neither.
 *   <li>Before a statement that stands alone, the history says that it is next; after it, that it is done. A crash between
 *       the two is settled by looking: see {@link StandAloneSegment}.
 *   <li>A segment that gets no lock is undone and tried again, unless it is a part of a transaction that spans scripts.
 * </ol>
 */
final class ScriptRun {

    private final Session session;
    private final SqlScript script;
    private final Progress progress;
    private final Limits limits;
    private final Commit commit;
    private final Tries tries;
    private final ServerListener listener;

    ScriptRun(
            Session session,
            SqlScript script,
            Progress progress,
            Limits limits,
            Commit commit,
            Tries tries,
            ServerListener listener) {
        this.session = session;
        this.script = script;
        this.progress = progress;
        this.limits = limits;
        this.commit = commit;
        this.tries = tries;
        this.listener = listener;
    }

    /**
     * From the first segment, or from where an interrupted run stopped.
     *
     * @param segmentsDone how many segments are committed
     * @param beginning    what it left of the next one
     */
    List<SegmentResult> run(int segmentsDone, Beginning beginning) {
        if (!SqlScript.read(script.source()).checksum().equals(script.checksum())) {
            throw failures().changedMeanwhile();
        }
        if (script.segments().isEmpty()) {
            tries.run(script.name(), limits, limitsOfTry -> TransactionalSegment.runEmpty(this, limitsOfTry));
            return List.of();
        }
        var results = new ArrayList<SegmentResult>();
        try (var cursor = new ScriptCursor(script.source())) {
            for (var segment : script.segments()) {
                if (segment.index() >= segmentsDone) {
                    results.add(run(segment, cursor, segment.index() == segmentsDone ? beginning : Beginning.FRESH));
                }
            }
        }
        return results;
    }

    private SegmentResult run(Segment segment, ScriptCursor cursor, Beginning beginning) {
        var start = System.nanoTime();
        switch (segment.kind()) {
            case TRANSACTIONAL ->
                tries.run(script.name(), limits, limitsOfTry -> new TransactionalSegment(this, segment, limitsOfTry)
                        .run(cursor));
            case STANDS_ALONE -> runAlone(segment, cursor, beginning);
        }
        var duration = Duration.ofNanos(System.nanoTime() - start);
        return new SegmentResult(segment.index(), segment.kind(), segment.statementCount(), duration);
    }

    private void runAlone(Segment segment, ScriptCursor cursor, Beginning beginning) {
        var statement = cursor.goOn(segment.firstStatement());
        var alone = new StandAloneSegment(this, segment, statement, cursor.settings());
        var repeatable = StandAloneSegment.mayBeRepeated(statement) ? limits : limits.once();
        tries.run(script.name(), repeatable, limitsOfTry -> alone.run(limitsOfTry, beginning));
        answered(statement);
    }

    void end() throws SQLException {
        if (commit != Commit.LATER) {
            session.commit();
        }
    }

    Failures failures() {
        return new Failures(script, commit == Commit.LATER, progress.startsAgain());
    }

    Session session() {
        return session;
    }

    SqlScript script() {
        return script;
    }

    Progress progress() {
        return progress;
    }

    /** A statement of the script is done. */
    void answered(SqlStatement statement) {
        listener.answered(new StatementProgress(script.name(), statement.index() + 1, total()));
    }

    /** Transaction control between the segments counts, as it does in a statement's index. */
    private int total() {
        return script.segments().get(script.segments().size() - 1).endStatement();
    }

    Consumer<SQLWarning> notices() {
        return warning -> listener.noticed(ServerNotice.of(warning));
    }

    /** What surrounds its statements in one try. */
    ScriptFrame frame(Limits limitsOfTry) {
        return new ScriptFrame(session.facts(), script.name(), limitsOfTry, commit);
    }
}
