package dev.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Connections that were set up before they were lent, and live on after they are given back. */
@ExtendWith(PostgresExtension.class)
class SessionResetPostgresTest {

    private final MigrationFiles files;

    SessionResetPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @Test
    void a_lent_connection_comes_back_as_it_was_lent(TestDatabase database) throws SQLException {
        var owner = database.name() + "_owner";
        database.execute("create role " + owner, "create schema app authorization " + owner);
        var lent = new ArrayList<Connection>();
        try {
            files.with("001_t.up.sql", """
                            create table t (id int);
                            create index concurrently on t (id);
                            set search_path = pg_catalog; set role postgres; set lock_timeout = 1; set datestyle = 'German';
                            """)
                    .with("002_u.up.sql", "create table u (id int); set search_path = pg_catalog; set role postgres;");
            files.migrator(() -> lend(database, owner, lent)).up();
            assertThat(database.query("select tableowner || ' ' || tablename from pg_tables where schemaname = 'app'"
                            + " order by tablename"))
                    .containsExactly(owner + " schema_migrations", owner + " t", owner + " u");
            assertThat(settings(lent.get(0))).containsExactly("app", owner, "7s", "ISO, MDY", "lent");
        } finally {
            for (var connection : lent) {
                connection.close();
            }
            database.execute("drop owned by " + owner + " cascade", "drop role " + owner);
        }
    }

    private static Connection lend(TestDatabase database, String owner, List<Connection> lent) throws SQLException {
        var connection = database.source().connect();
        lent.add(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("set search_path = app");
            statement.execute("set role " + owner);
            statement.execute("set lock_timeout = '7s'");
            statement.execute("set application_name = 'lent'");
        }
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    private static List<String> settings(Connection connection) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            for (var name : List.of("search_path", "role", "lock_timeout", "datestyle", "application_name")) {
                try (var rows = statement.executeQuery("show " + name)) {
                    rows.next();
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }
}
