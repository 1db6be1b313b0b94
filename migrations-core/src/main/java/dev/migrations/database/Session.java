package dev.migrations.database;

import dev.migrations.migration.SchemaTable;
import dev.migrations.script.Segment;
import dev.migrations.script.SqlStatement;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/** One connection that the engine works on, and what it knows of the server from its first question. */
public final class Session implements AutoCloseable {

    private static final String READ_FACTS = """
            select pg_backend_pid() as backend_pid,
                   current_setting('server_version_num')::integer as server_version,
                   current_database() as database,
                   session_user as "user",
                   pg_is_in_recovery() as in_recovery,
                   current_setting('default_transaction_read_only')::boolean as read_only,
                   current_setting('role') as role,
                   current_setting('search_path') as search_path,
                   current_setting('lock_timeout') as lock_timeout,
                   current_setting('statement_timeout') as statement_timeout,
                   (select json_object_agg(name, current_setting(name))
                    from pg_catalog.pg_settings
                    where source = 'session' and name !~ '^(transaction_.*|role|session_authorization|seed)$') as settings,
                   t.schema,
                   n.oid is not null as has_schema,
                   (select array_agg(a.attname::text order by a.attnum)
                    from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
                   exists (
                       select from pg_catalog.pg_class r
                       where r.relnamespace = n.oid and r.relname = t.name || '_repeatables') as repeatables,
                   exists (
                       select from pg_catalog.pg_class b
                       where b.relnamespace = n.oid and b.relname = t.name || '_backfills') as backfills,
                   exists (
                       select from pg_catalog.pg_class f
                       where f.relnamespace = n.oid and f.relname = t.name || '_fingerprint') as fingerprint,
                   (select string_agg(o.relnamespace::regnamespace::text, ', ')
                    from pg_catalog.pg_class o
                    where o.relname = t.name and o.relkind = 'r' and o.relnamespace <> n.oid) as elsewhere,
                   (select s.name
                    from unnest(current_schemas(false)) with ordinality s (name, position)
                    join pg_catalog.pg_namespace sn on sn.nspname = s.name
                    join pg_catalog.pg_class o on o.relnamespace = sn.oid and o.relname = t.name
                    join pg_catalog.pg_attribute a on a.attrelid = o.oid and a.attname = 'segment_checksums'
                    where t.searched and o.relkind = 'r'
                    order by s.position
                    limit 1) as found,
                   has_table_privilege(c.oid, 'insert') and has_table_privilege(c.oid, 'update')
                       and has_table_privilege(c.oid, 'delete') as writable
            from (select coalesce(g.schema, current_schema()) as schema, g.name, g.schema is null as searched
                  from (select ?::text as schema, ?::text as name) g) t
            left join pg_catalog.pg_namespace n on n.nspname = t.schema
            left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = t.name
            """;

    private final Connection connection;
    private final BaseConnection driver;
    private final SessionFacts facts;
    private final @Nullable StatementWatch watch;

    private Session(Connection connection, BaseConnection driver, SessionFacts facts, @Nullable StatementWatch watch) {
        this.connection = connection;
        this.driver = driver;
        this.facts = facts;
        this.watch = watch;
    }

    /**
     * Connects and asks, in one round trip besides the connection's own.
     *
     * @throws DatabaseUnreachableException if there is no connection, or the role may not look
     */
    public static Session open(ConnectionSource source, SchemaTable table) {
        Connection connection;
        try {
            connection = source.connect();
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
        try {
            var driver = connection.unwrap(BaseConnection.class);
            // PgBouncer in transaction mode may send the next transaction to a server process that knows no named
            // statement
            driver.setPrepareThreshold(0);
            connection.setAutoCommit(true);
            return new Session(connection, driver, readFacts(connection, table), null);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        } catch (RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** Asks the server to end the statement that runs, from any thread; best effort, as it may just have ended. */
    public void cancelStatement() {
        try {
            driver.cancelQuery();
        } catch (SQLException e) {
            // the server is gone, and the statement with it
        }
    }

    /** The same session, of which somebody sees each statement of a script. */
    Session watchedBy(StatementWatch watcher) {
        return new Session(connection, driver, facts, watcher);
    }

    boolean isWatched() {
        return watch != null;
    }

    /** Has a statement of a script done, before the eyes of whoever watches. */
    <E extends Exception> long watched(SqlStatement statement, Segment segment, StatementWatch.Execution<E> execution)
            throws E {
        return watch == null ? execution.run() : watch.around(statement, segment, execution);
    }

    SessionFacts facts() {
        return facts;
    }

    Connection connection() {
        return connection;
    }

    BaseConnection driver() {
        return driver;
    }

    /** Sends statements that end in no transaction of their own: {@code BEGIN} travels with the first. */
    long[] sendInTransaction(Pipeline pipeline, Consumer<SQLWarning> notices)
            throws SQLException, Pipeline.FailedAtException {
        connection.setAutoCommit(false);
        return pipeline.send(driver, notices);
    }

    /** Sends statements that commit by themselves. */
    long[] send(Pipeline pipeline, Consumer<SQLWarning> notices) throws SQLException, Pipeline.FailedAtException {
        connection.setAutoCommit(true);
        return pipeline.send(driver, notices);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        tellOfEnd();
    }

    /** Best effort: whoever calls it has a failure to tell already. */
    void rollBack() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // the connection is gone, and with it the transaction
        }
        tellOfEnd();
    }

    private void tellOfEnd() {
        if (watch != null) {
            watch.transactionEnded();
        }
    }

    /** The server's {@code server_version_num}, such as 160002. */
    public int serverVersion() {
        return facts.serverVersion();
    }

    @Override
    public void close() {
        rollBack();
        closeQuietly(connection);
    }

    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is gone already
        }
    }

    private static SessionFacts readFacts(Connection connection, SchemaTable table) throws SQLException {
        try (var statement = connection.prepareStatement(READ_FACTS)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.table());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return facts(rows, table);
            }
        }
    }

    private static SessionFacts facts(ResultSet row, SchemaTable table) throws SQLException {
        var schema = row.getString("schema");
        if (schema == null) {
            throw new HistoryTableException(HistoryProblems.noSchema(table));
        }
        return new SessionFacts(
                row.getInt("backend_pid"),
                row.getInt("server_version"),
                row.getString("database"),
                row.getString("user"),
                row.getBoolean("in_recovery"),
                row.getBoolean("read_only"),
                row.getString("role"),
                row.getString("search_path"),
                row.getString("lock_timeout"),
                row.getString("statement_timeout"),
                row.getString("settings"),
                new TableName(schema, table.table()),
                row.getBoolean("has_schema"),
                strings(row.getArray("columns")),
                new SideTables(
                        row.getBoolean("repeatables"), row.getBoolean("backfills"), row.getBoolean("fingerprint")),
                row.getString("elsewhere"),
                row.getString("found"),
                row.getBoolean("writable"));
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
