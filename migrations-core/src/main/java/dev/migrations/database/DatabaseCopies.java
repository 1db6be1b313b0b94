package dev.migrations.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.core.BaseConnection;

/** Templates and their copies: makes copies, keeps sessions off a template, and finds both by what their comments say. */
public final class DatabaseCopies {

    private static final String SELECT_MARKED = """
            select d.datname, pg_catalog.shobj_description(d.oid, 'pg_database') as comment
            from pg_catalog.pg_database d
            where starts_with(d.datname, ?) and pg_has_role(d.datdba, 'member')
              and starts_with(pg_catalog.shobj_description(d.oid, 'pg_database'), ?)
            order by d.datname""";

    private static final String SELECT_COMMENT = """
            select coalesce(pg_catalog.shobj_description(oid, 'pg_database'), '')
            from pg_catalog.pg_database
            where datname = ?""";

    private static final String SELECT_VERSION = "select pg_catalog.current_setting('server_version_num')";

    /** A role may end its own sessions (PostgreSQL manual, "Server Signaling Functions"). */
    private static final String END_OWN_SESSIONS = """
            select pg_catalog.pg_terminate_backend(pid)
            from pg_catalog.pg_stat_activity
            where datname = ? and usename = current_user and pid <> pg_catalog.pg_backend_pid()""";

    private static final String SELECT_SESSIONS = """
            select format('process %s of %s%s%s', pid, coalesce(usename, backend_type),
                          coalesce(' (' || nullif(application_name, '') || ')', ''),
                          coalesce(' from ' || host(client_addr), '')) as session
            from pg_catalog.pg_stat_activity
            where datname = ? and backend_type <> 'autovacuum worker'
            order by pid""";

    private final ServerDatabases databases;

    private DatabaseCopies(ServerDatabases databases) {
        this.databases = databases;
    }

    /** Those of this server, as long as the other is open. */
    public static DatabaseCopies on(ServerDatabases databases) {
        return new DatabaseCopies(databases);
    }

    /**
     * Makes a copy of a database to which nobody is connected, with the settings that it has, and comments on it in the same
     * breath.
     *
     * @throws DatabaseNotMadeException if the server refuses
     */
    public void copy(String template, String name, String comment, CopyStrategy strategy) {
        try {
            var version = databases
                    .connection()
                    .unwrap(BaseConnection.class)
                    .getQueryExecutor()
                    .getServerVersionNum();
            databases.create(DatabaseOrigin.cloneOf(name, template) + strategy.clause(version), name, comment);
        } catch (SQLException e) {
            throw new DatabaseNotMadeException(name, PostgresError.of(e), e);
        }
        ServerDatabases.ask(() -> {
            DatabaseSettings.copy(databases.connection(), template, name);
            return name;
        });
    }

    /** Lets nobody connect to a database any more, and ends the role's own sessions there; those that are left, in words. */
    public List<String> seal(String name) {
        databases.execute("alter database " + TableName.quote(name) + " allow_connections false");
        return endOwnSessions(name);
    }

    /** Ends the role's own sessions in a database; those that are left, in words. */
    public List<String> endOwnSessions(String name) {
        query(END_OWN_SESSIONS, statement -> statement.setString(1, name), row -> row.getBoolean(1));
        return query(SELECT_SESSIONS, statement -> statement.setString(1, name), row -> row.getString(1));
    }

    /** The comment of a database; empty if there is no such database. */
    public Optional<String> findComment(String name) {
        return query(SELECT_COMMENT, statement -> statement.setString(1, name), row -> row.getString(1)).stream()
                .findFirst();
    }

    /** The databases whose name and comment begin so, and that the role may drop. */
    public List<MarkedDatabase> findMarked(String namePrefix, String commentPrefix) {
        return query(
                SELECT_MARKED,
                statement -> {
                    statement.setString(1, namePrefix);
                    statement.setString(2, commentPrefix);
                },
                row -> new MarkedDatabase(row.getString("datname"), row.getString("comment")));
    }

    /** Those of these names that somebody {@linkplain DatabaseClaim claims}; asked after the databases of these names. */
    public Set<String> claimed(Collection<String> names) {
        return ServerDatabases.ask(() -> {
            var keys = DatabaseClaim.keys(databases.connection());
            return names.stream()
                    .filter(name -> keys.contains(DatabaseClaim.key(name)))
                    .collect(Collectors.toUnmodifiableSet());
        });
    }

    /** The server's version, as a number: {@code 180006}. */
    public String serverVersion() {
        return query(SELECT_VERSION, statement -> {}, row -> row.getString(1)).get(0);
    }

    private <T> List<T> query(String sql, Binding binding, Row<T> reading) {
        return ServerDatabases.ask(() -> {
            var found = new ArrayList<T>();
            try (var statement = databases.connection().prepareStatement(sql)) {
                binding.bind(statement);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(reading.read(rows));
                    }
                }
            }
            return found;
        });
    }

    private interface Binding {

        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {

        T read(ResultSet row) throws SQLException;
    }
}
