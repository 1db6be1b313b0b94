package dev.migrations.database;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Oid;
import org.postgresql.core.ParameterList;
import org.postgresql.core.Parser;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.Tuple;

/**
 * Several statements sent in one go and answered in one go: one round trip, whatever they return.
 *
 * <p>JDBC's own ways do not serve. A string of several statements is split by the driver at each {@code ;}, also inside a
 * {@code BEGIN ATOMIC} body (pgjdbc#3259); a batch refuses statements that return rows, and does not say which of its
 * statements failed. So this class hands the driver's {@link QueryExecutor} statements that are cut already. It is the only
 * class that uses the driver's core packages.
 */
final class Pipeline {

    private static final int[] NO_VALUES = {};

    private final List<NativeQuery> queries = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    private IntConsumer answered = index -> {};
    private int length;

    /** Adds a statement of a script, to be sent as it is. */
    void add(String sql) {
        queries.add(new NativeQuery(sql, NO_VALUES, false, SqlCommand.BLANK));
        length += sql.length();
    }

    /** Adds a statement of ours; each {@code ?} takes a value, and the server infers its type. */
    void add(String sql, @Nullable String... values) {
        try {
            // the text is a constant of this package: one statement, in which ? is never an operator
            queries.addAll(Parser.parseJdbcSql(sql, true, true, true, false, false));
        } catch (SQLException e) {
            throw new IllegalStateException("not a statement: " + sql, e);
        }
        for (var value : values) {
            parameters.add(value);
            length += value == null ? 0 : value.length();
        }
    }

    /** Adds a statement of a script with values; {@code $1} and so on stand at these places of its text. */
    void add(String sql, int[] positions, List<String> values) {
        queries.add(new NativeQuery(sql, positions, false, SqlCommand.BLANK));
        parameters.addAll(values);
        length += sql.length();
    }

    /** Adds all of another one. */
    void add(Pipeline other) {
        queries.addAll(other.queries);
        parameters.addAll(other.parameters);
        length += other.length;
    }

    /** The statements as text, each {@code ?} replaced by its value. */
    List<String> rendered() {
        var values = parameters.iterator();
        return queries.stream().map(query -> rendered(query, values)).toList();
    }

    private static String rendered(NativeQuery query, Iterator<@Nullable String> values) {
        var text = new StringBuilder();
        var at = 0;
        for (var i = 0; i < query.bindPositions.length; i++) {
            text.append(query.nativeSql, at, query.bindPositions[i]).append(PsqlText.literal(values.next()));
            at = query.bindPositions[i] + NativeQuery.bindName(i + 1).length();
        }
        return text.append(query.nativeSql, at, query.nativeSql.length()).toString();
    }

    /** Who is told of each statement that the server has done, by its index from 0. */
    void onAnswer(IntConsumer watcher) {
        answered = watcher;
    }

    int size() {
        return queries.size();
    }

    /** How many characters the scripts' statements and our values have together. */
    int length() {
        return length;
    }

    /**
     * Sends everything. In a connection without auto-commit, {@code BEGIN} travels along when no transaction is open.
     *
     * @return how many rows each statement changed, in order
     * @throws FailedAtException if the server refused one; the ones after it did not run
     */
    long[] send(BaseConnection connection, Consumer<SQLWarning> notices) throws FailedAtException {
        var answers = new Answers(queries.size(), notices, answered);
        try {
            var executor = connection.getQueryExecutor();
            var query = executor.wrap(queries);
            var flags = QueryExecutor.QUERY_ONESHOT | QueryExecutor.QUERY_BOTH_ROWS_AND_STATUS;
            if (connection.getAutoCommit()) {
                flags |= QueryExecutor.QUERY_SUPPRESS_BEGIN;
            }
            executor.execute(query, bind(query), answers, 0, 0, flags);
        } catch (SQLException e) {
            throw new FailedAtException(answers.count, e);
        }
        return answers.changed;
    }

    private ParameterList bind(Query query) throws SQLException {
        var list = query.createParameterList();
        for (var i = 0; i < parameters.size(); i++) {
            var value = parameters.get(i);
            if (value == null) {
                list.setNull(i + 1, Oid.UNSPECIFIED);
            } else {
                list.setStringParameter(i + 1, value, Oid.UNSPECIFIED);
            }
        }
        return list;
    }

    /** The server refused one statement of several. */
    static final class FailedAtException extends Exception {

        private static final long serialVersionUID = 1;

        private final int index;
        private final SQLException failure;

        FailedAtException(int index, SQLException failure) {
            super(failure);
            this.index = index;
            this.failure = failure;
        }

        /** The statement's index, from 0. */
        int index() {
            return index;
        }

        SQLException failure() {
            return failure;
        }
    }

    private static final class Answers extends ResultHandlerBase {

        private final long[] changed;
        private final Consumer<SQLWarning> notices;
        private final IntConsumer answered;
        private int count;

        Answers(int statements, Consumer<SQLWarning> notices, IntConsumer answered) {
            this.changed = new long[statements];
            this.notices = notices;
            this.answered = answered;
        }

        @Override
        public void handleWarning(SQLWarning warning) {
            notices.accept(warning);
        }

        @Override
        public void handleResultRows(
                Query fromQuery, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
            // what a migration selects is not shown to anyone; the status that follows counts the statement
        }

        @Override
        public void handleCommandStatus(String status, long updateCount, long insertOid) {
            if (count < changed.length) {
                changed[count] = updateCount;
                answered.accept(count);
            }
            count++;
        }
    }
}
