package dev.migrations.database;

import dev.migrations.script.Segment;
import dev.migrations.script.SqlStatement;
import dev.migrations.trace.CatalogChange;
import dev.migrations.trace.CatalogPicture;
import dev.migrations.trace.LockSet;
import dev.migrations.trace.StandingRelations;
import dev.migrations.trace.StatementTrace;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records what each statement does.
 *
 * <ol>
 *   <li>In a transaction, the session itself looks before and behind the statement: only it sees its own catalogue rows, and
 *       a transaction keeps what it has locked.
 *   <li>Of a statement that stands alone, the locks come and go; it is led through a {@link LockGate}, where it waits for
 *       each of them until that was noted.
 * </ol>
 */
public final class StatementTracing implements StatementWatch {

    private final CatalogReading reading;
    private final ConnectionSource source;
    private final StandingRelations standing;
    private final List<StatementTrace> traces = new ArrayList<>();
    private final List<Step> open = new ArrayList<>();
    private @Nullable Look last;
    private int transaction = 1;

    private StatementTracing(CatalogReading reading, ConnectionSource source, StandingRelations standing) {
        this.reading = reading;
        this.source = source;
        this.standing = standing;
    }

    /**
     * Begins with the relations that are there now.
     *
     * @param session that the statements run in; on a database that nobody else uses
     * @param source  more connections to it
     * @throws DatabaseUnreachableException if the session cannot look
     */
    public static StatementTracing begin(Session session, ConnectionSource source) {
        var reading = new CatalogReading(session.connection());
        var table = session.facts().table();
        var repeatables = table.repeatables();
        var picture = ask(reading::picture);
        var standing = new StandingRelations(
                picture,
                row -> row.schema().equals(table.schema())
                        && (row.name().equals(table.name()) || row.name().equals(repeatables.name())));
        return new StatementTracing(reading, source, standing);
    }

    /** The same session, with each statement recorded here. */
    public Session watch(Session session) {
        return session.watchedBy(this);
    }

    /** What was recorded so far, of statements that were done. */
    public List<StatementTrace> traces() {
        return List.copyOf(traces);
    }

    @Override
    public <E extends Exception> long around(SqlStatement statement, Segment segment, Execution<E> execution) throws E {
        return segment.kind() == Segment.Kind.STANDS_ALONE
                ? aroundAlone(statement, execution)
                : aroundInTransaction(statement, execution);
    }

    private <E extends Exception> long aroundInTransaction(SqlStatement statement, Execution<E> execution) throws E {
        var before = last != null ? last : look();
        var start = System.nanoTime();
        var rows = execution.run();
        var took = Duration.ofNanos(System.nanoTime() - start);
        var after = look();
        last = after;
        open.add(new Step(statement, false, took, before, after));
        return rows;
    }

    private <E extends Exception> long aroundAlone(SqlStatement statement, Execution<E> execution) throws E {
        var before = new Look(ask(reading::picture).withoutCounts(), LockSet.EMPTY);
        var start = System.nanoTime();
        try (var gate = LockGate.close(source, statement.text())) {
            var rows = execution.run();
            var took = Duration.ofNanos(System.nanoTime() - start);
            var locks = gate.open();
            var after = new Look(ask(reading::picture).withoutCounts(), locks);
            open.add(new Step(statement, true, took, before, after));
            transactionEnded();
            return rows;
        }
    }

    private Look look() {
        return new Look(ask(reading::picture), ask(reading::locks));
    }

    @Override
    public void transactionEnded() {
        last = null;
        if (open.isEmpty()) {
            return;
        }
        // a transaction that was tried again is told of once
        var again = open.stream().map(step -> step.statement().location()).collect(Collectors.toSet());
        traces.removeIf(trace -> again.contains(trace.place()));
        for (var i = 0; i < open.size(); i++) {
            traces.add(trace(open.get(i), open.subList(i, open.size())));
        }
        open.clear();
        transaction++;
    }

    private StatementTrace trace(Step step, List<Step> untilTheEnd) {
        var command = step.statement().command().keywords();
        return new StatementTrace(
                step.statement().location(),
                step.statement().text(),
                command,
                transaction,
                step.alone(),
                step.took(),
                untilTheEnd.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus),
                step.after().locks().since(step.before().locks(), standing),
                CatalogChange.effects(step.before().picture(), step.after().picture(), standing, command));
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private interface Question<T> {

        T ask() throws SQLException;
    }

    private record Look(CatalogPicture picture, LockSet locks) {}

    private record Step(SqlStatement statement, boolean alone, Duration took, Look before, Look after) {}
}
