package dev.migrations.database;

import dev.migrations.rule.LockMode;
import dev.migrations.trace.LockSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postgresql.core.BaseConnection;

/** One of the two sessions of a {@link LockGate}. */
final class GateSession implements AutoCloseable {

    private static final String SELECT_TABLES = """
            select c.oid::bigint, n.nspname, c.relname
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where c.oid >= 16384 and c.relkind in ('r', 'p') and c.relpersistence <> 't'
              and pg_catalog.has_table_privilege(c.oid, 'UPDATE')
            order by c.oid""";

    private static final String SELECT_LOCKS_OF_WAITING = """
            select l.locktype, coalesce(l.relation, 0)::bigint, l.mode
            from pg_catalog.pg_locks l
            join pg_catalog.pg_stat_activity a on a.pid = l.pid
            where a.datname = pg_catalog.current_database() and a.backend_type = 'client backend'
              and exists (select from pg_catalog.pg_locks w where w.pid = l.pid and not w.granted)""";

    private static final String NO_TIMEOUT = "set local idle_in_transaction_session_timeout = 0";

    /** Two gates of so many locks still fit into a server's default {@code max_locks_per_transaction}. */
    private static final int MAX_TABLES = 2_000;

    private final Connection connection;

    private GateSession(Connection connection) {
        this.connection = connection;
    }

    static GateSession open(ConnectionSource source) throws SQLException {
        var connection = source.connect();
        connection.unwrap(BaseConnection.class).setPrepareThreshold(0);
        return new GateSession(connection);
    }

    /** What a session that waits for a lock holds and asks for; empty if nobody waits. */
    Optional<LockSet> findLocksOfWaiting() throws SQLException {
        try (var statement = connection.prepareStatement(SELECT_LOCKS_OF_WAITING);
                var rows = statement.executeQuery()) {
            var waits = false;
            var locks = new HashSet<LockSet.Entry>();
            while (rows.next()) {
                waits = true;
                if (rows.getString(1).equals("relation")) {
                    locks.add(new LockSet.Entry(rows.getLong(2), LockMode.ofServer(rows.getString(3))));
                }
            }
            return waits ? Optional.of(new LockSet(locks)) : Optional.empty();
        }
    }

    /**
     * Takes the gate's locks, as far as it need not wait for them.
     *
     * @param sql   the statement; where there are too many tables, only those are locked that it names
     * @param other what the statement holds and asks for
     */
    void take(String sql, LockSet other) throws SQLException {
        var tables = tables(sql);
        connection.setAutoCommit(false);
        execute(NO_TIMEOUT);
        for (var mode : List.of(LockMode.SHARE, LockMode.ACCESS_SHARE)) {
            var free = tables.stream()
                    .filter(table ->
                            table.strongestBeside(other).filter(mode::equals).isPresent())
                    .map(table -> "only " + table.name().quoted())
                    .toList();
            if (!free.isEmpty()) {
                execute("lock table " + String.join(", ", free) + " in " + mode + " mode");
            }
        }
    }

    void release() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private List<Table> tables(String sql) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = connection.prepareStatement(SELECT_TABLES);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                tables.add(new Table(rows.getLong(1), new TableName(rows.getString(2), rows.getString(3))));
            }
        }
        var text = sql.toLowerCase(Locale.ROOT);
        return tables.size() <= MAX_TABLES
                ? tables
                : tables.stream()
                        .filter(table -> text.contains(table.name().name().toLowerCase(Locale.ROOT)))
                        .toList();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        Session.closeQuietly(connection);
    }

    private record Table(long oid, TableName name) {

        /** {@code SHARE}, else {@code ACCESS SHARE}, else nothing, beside what somebody holds or asks for. */
        Optional<LockMode> strongestBeside(LockSet others) {
            return List.of(LockMode.SHARE, LockMode.ACCESS_SHARE).stream()
                    .filter(mode -> others.locks().stream()
                            .filter(lock -> lock.relation() == oid)
                            .noneMatch(lock -> lock.mode().conflictsWith(mode)))
                    .findFirst();
        }
    }
}
