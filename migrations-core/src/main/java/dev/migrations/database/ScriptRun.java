package dev.migrations.database;

import dev.migrations.plan.PlannedStep.Beginning;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StatementReader;
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
 * </ol>
 */
final class ScriptRun {

    private final Session session;
    private final SqlScript script;
    private final Progress progress;
    private final Limits limits;
    private final Commit commit;
    private final ServerListener listener;
    private final ScriptSettings settings = new ScriptSettings();

    ScriptRun(
            Session session,
            SqlScript script,
            Progress progress,
            Limits limits,
            Commit commit,
            ServerListener listener) {
        this.session = session;
        this.script = script;
        this.progress = progress;
        this.limits = limits;
        this.commit = commit;
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
            TransactionalSegment.runEmpty(this);
            return List.of();
        }
        var results = new ArrayList<SegmentResult>();
        try (var reader = StatementReader.open(script.source())) {
            for (var segment : script.segments()) {
                if (segment.index() >= segmentsDone) {
                    results.add(run(segment, reader, segment.index() == segmentsDone ? beginning : Beginning.FRESH));
                }
            }
        }
        return results;
    }

    private SegmentResult run(Segment segment, StatementReader reader, Beginning beginning) {
        var start = System.nanoTime();
        switch (segment.kind()) {
            case TRANSACTIONAL -> new TransactionalSegment(this, segment).run(reader);
            case STANDS_ALONE -> {
                var statement = settings.goOn(reader, segment.firstStatement());
                new StandAloneSegment(this).run(segment, statement, beginning);
                answered(statement);
            }
        }
        var duration = Duration.ofNanos(System.nanoTime() - start);
        return new SegmentResult(segment.index(), segment.kind(), segment.statementCount(), duration);
    }

    /** What the script has set in the statements that are behind it. */
    ScriptSettings settings() {
        return settings;
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

    /** What surrounds its statements. */
    ScriptFrame frame() {
        return new ScriptFrame(session.facts(), script.name(), limits, commit);
    }
}
