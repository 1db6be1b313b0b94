package dev.migrations.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseConnection;

/** The databases of a server, seen from one of them: makes, marks, finds and drops them. */
public final class ServerDatabases implements AutoCloseable {

    /** {@code to_jsonb}, because not every version has every column. */
    private static final String READ_PLACE = """
            select d.datname, current_user::text as role,
                   (select r.rolsuper or r.rolcreatedb from pg_catalog.pg_roles r where r.rolname = current_user) as may_create,
                   pg_catalog.pg_encoding_to_char(d.encoding) as encoding, d.datcollate, d.datctype,
                   to_jsonb(d) ->> 'datlocprovider' as provider,
                   coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') as locale,
                   exists (
                       select from pg_catalog.pg_database t
                       where t.datname = 'template1' and t.datistemplate and t.encoding = d.encoding
                         and t.datcollate = d.datcollate and t.datctype = d.datctype
                         and to_jsonb(t) -> 'datlocprovider' is not distinct from to_jsonb(d) -> 'datlocprovider'
                         and to_jsonb(t) -> 'datlocale' is not distinct from to_jsonb(d) -> 'datlocale'
                         and to_jsonb(t) -> 'daticulocale' is not distinct from to_jsonb(d) -> 'daticulocale') as template1
            from pg_catalog.pg_database d
            where d.datname = current_database()""";

    private static final String SELECT_MARKED = """
            select d.datname, pg_catalog.shobj_description(d.oid, 'pg_database') as comment
            from pg_catalog.pg_database d
            where starts_with(d.datname, ?) and pg_has_role(d.datdba, 'member') and not d.datistemplate
              and starts_with(pg_catalog.shobj_description(d.oid, 'pg_database'), ?)
            order by d.datname""";

    private static final String SELECT_COMMENT = """
            select coalesce(pg_catalog.shobj_description(oid, 'pg_database'), '')
            from pg_catalog.pg_database
            where datname = current_database()""";

    private static final String OBJECT_IN_USE = "55006";

    private final ConnectionSource source;
    private final Connection connection;
    private final Place place;

    private ServerDatabases(ConnectionSource source, Connection connection, Place place) {
        this.source = source;
        this.connection = connection;
        this.place = place;
    }

    /**
     * Connects.
     *
     * @throws DatabaseUnreachableException if there is no connection
     */
    public static ServerDatabases open(ConnectionSource source) {
        try {
            var connection = source.connect();
            try {
                connection.unwrap(BaseConnection.class).setPrepareThreshold(0);
                return new ServerDatabases(source, connection, place(connection));
            } catch (SQLException e) {
                Session.closeQuietly(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    /** The database that it is connected to. */
    public String database() {
        return place.database();
    }

    /** The role that it acts as. */
    public String role() {
        return place.role();
    }

    /** Whether the role may make databases. */
    public boolean mayCreate() {
        return place.mayCreate();
    }

    /**
     * Makes a database with the encoding, the collation and the settings of this one, and comments on it in the same breath.
     *
     * @throws DatabaseNotMadeException if the server refuses
     */
    public void create(String name, String comment) {
        var origin = place.origin();
        try {
            if (origin.template1()) {
                create(origin.fromTemplate1(name), name, comment);
            } else {
                create(origin.fromTemplate0(name), name, comment);
            }
        } catch (SQLException e) {
            if (!origin.template1() || !OBJECT_IN_USE.equals(e.getSQLState())) {
                throw new DatabaseNotMadeException(name, PostgresError.of(e), e);
            }
            retry(name, comment);
        }
        copySettings(name);
    }

    /**
     * Makes a copy of a database to which nobody is connected.
     *
     * @throws DatabaseNotMadeException if the server refuses
     */
    public void createCopy(String name, String template, String comment) {
        try {
            create(DatabaseOrigin.cloneOf(name, template), name, comment);
        } catch (SQLException e) {
            throw new DatabaseNotMadeException(name, PostgresError.of(e), e);
        }
        copySettings(name);
    }

    /** Somebody is connected to template1. */
    private void retry(String name, String comment) {
        try {
            create(place.origin().fromTemplate0(name), name, comment);
        } catch (SQLException e) {
            throw new DatabaseNotMadeException(name, PostgresError.of(e), e);
        }
    }

    void create(String sql, String name, String comment) throws SQLException {
        // in one go, so that a kill between the two is as good as impossible
        var pipeline = new Pipeline();
        pipeline.add(sql);
        pipeline.add(commentSql(name, comment));
        try {
            connection.setAutoCommit(true);
            pipeline.send(connection.unwrap(BaseConnection.class), notice -> {});
        } catch (Pipeline.FailedAtException e) {
            throw e.failure();
        }
    }

    private void copySettings(String name) {
        ask(() -> {
            DatabaseSettings.copy(connection, place.database(), name);
            return name;
        });
    }

    Connection connection() {
        return connection;
    }

    /** Comments on a database that the role owns. */
    public void comment(String name, String comment) {
        execute(commentSql(name, comment));
    }

    /** What the comment on this database says; empty where there is none. */
    public String ownComment() {
        return ask(() -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(SELECT_COMMENT)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    /** Drops a database, and ends the sessions that are connected to it. */
    public void drop(String name) {
        execute("drop database if exists " + TableName.quote(name) + " with (force)");
    }

    /** The databases whose name and comment begin so, that the role may drop, and that nobody {@linkplain #claim claims}. */
    public List<String> findAbandoned(String namePrefix, String commentPrefix) {
        return ask(() -> {
            var names = new ArrayList<String>();
            try (var statement = connection.prepareStatement(SELECT_MARKED)) {
                statement.setString(1, namePrefix);
                statement.setString(2, commentPrefix);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
            }
            // asked after the names, so that whoever made one of them in between is seen
            var claimed = DatabaseClaim.keys(connection);
            return names.stream()
                    .filter(name -> !claimed.contains(DatabaseClaim.key(name)))
                    .toList();
        });
    }

    /** Says, for as long as it is open, that somebody uses the database of this name; taken before it is made. */
    public DatabaseClaim claim(String name) {
        return DatabaseClaim.on(source, name)
                .orElseThrow(() -> new IllegalStateException("a name of random digits is taken: " + name));
    }

    private static String commentSql(String name, String comment) {
        return "comment on database " + TableName.quote(name) + " is " + PsqlText.literal(comment);
    }

    void execute(String sql) {
        ask(() -> {
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private static Place place(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(READ_PLACE)) {
            rows.next();
            return new Place(
                    rows.getString("datname"), rows.getString("role"), rows.getBoolean("may_create"), origin(rows));
        }
    }

    private static DatabaseOrigin origin(ResultSet row) throws SQLException {
        return new DatabaseOrigin(
                row.getBoolean("template1"),
                row.getString("encoding"),
                row.getString("datcollate"),
                row.getString("datctype"),
                row.getString("provider"),
                row.getString("locale"));
    }

    @Override
    public void close() {
        Session.closeQuietly(connection);
    }

    private record Place(String database, String role, boolean mayCreate, DatabaseOrigin origin) {}

    interface Question<T> {

        T ask() throws SQLException;
    }
}
