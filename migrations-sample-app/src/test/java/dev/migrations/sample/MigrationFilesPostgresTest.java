package dev.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.sample.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL files alone, without an engine: what goes up comes down again, step by step. */
class MigrationFilesPostgresTest {

    private static final String CATALOGUE = """
            select format('relation %s %s: %s', relkind, relname, obj_description(oid, 'pg_class'))
            from pg_class
            where relnamespace = 'public'::regnamespace
            union all
            select format('column %s.%s %s %s: %s', relname, attname, format_type(atttypid, atttypmod), attnotnull,
                col_description(attrelid, attnum))
            from pg_attribute
            join pg_class on pg_class.oid = attrelid
            where relnamespace = 'public'::regnamespace
            and attnum > 0
            and not attisdropped
            union all
            select format('default of %s: %s', relname, pg_get_expr(adbin, adrelid))
            from pg_attrdef
            join pg_class on pg_class.oid = adrelid
            union all
            select format('index %s %s', indisvalid, pg_get_indexdef(indexrelid))
            from pg_index
            join pg_class on pg_class.oid = indexrelid
            where relnamespace = 'public'::regnamespace
            union all
            select format('constraint %s %s %s', conname, convalidated, pg_get_constraintdef(oid))
            from pg_constraint
            where connamespace = 'public'::regnamespace
            union all
            select pg_get_triggerdef(oid)
            from pg_trigger
            where not tgisinternal
            union all
            select format('%s: %s', pg_get_functiondef(oid), obj_description(oid, 'pg_proc'))
            from pg_proc
            where pronamespace = 'public'::regnamespace
            order by 1
            """;

    private static EmbeddedServer server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = EmbeddedServer.start(
                directory, List.of("01_core-db", "02_orders-db", "03_analytics-db", "04_ledger-db"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01_core-db", "02_orders-db", "03_analytics-db", "04_ledger-db"})
    void every_down_undoes_its_up(String folder) throws Exception {
        var files = MigrationFiles.of(folder);
        assertThat(files.ups()).hasSizeGreaterThanOrEqualTo(4);
        try (var connection = connect(folder)) {
            var before = new ArrayDeque<List<String>>();
            for (var up : files.ups()) {
                before.push(catalogue(connection));
                run(up, connection);
            }
            for (var up : reversed(files.ups())) {
                run(files.downOf(up), connection);
                assertThat(catalogue(connection)).as(up.toString()).isEqualTo(before.pop());
            }
            assertThat(catalogue(connection)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"01_core-db", "02_orders-db", "03_analytics-db", "04_ledger-db"})
    void repeatables_do_not_hinder_the_way_down_and_up_again(String folder) throws Exception {
        var files = MigrationFiles.of(folder);
        assertThat(files.repeatables()).isNotEmpty();
        try (var connection = connect(folder)) {
            up(files, connection);
            var complete = catalogue(connection);
            down(files, connection);
            assertThat(catalogue(connection)).isEmpty();
            up(files, connection);
            assertThat(catalogue(connection)).isEqualTo(complete);
            down(files, connection);
        }
    }

    private static void up(MigrationFiles files, Connection connection) throws Exception {
        for (var up : files.ups()) {
            run(up, connection);
        }
        for (var round = 1; round <= 2; round++) {
            for (var repeatable : files.repeatables()) {
                run(repeatable, connection);
            }
        }
    }

    private static void down(MigrationFiles files, Connection connection) throws Exception {
        for (var up : reversed(files.ups())) {
            run(files.downOf(up), connection);
        }
    }

    private static void run(Path file, Connection connection) throws IOException, SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(Files.readString(file));
        }
    }

    private static List<String> catalogue(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(CATALOGUE)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static List<Path> reversed(List<Path> files) {
        var reversed = new ArrayList<>(files);
        Collections.reverse(reversed);
        return reversed;
    }

    /** In simple query mode the driver leaves it to the server where a statement ends: it cuts BEGIN ATOMIC bodies. */
    private static Connection connect(String database) throws SQLException {
        var connection = server.connection(database);
        return DriverManager.getConnection(
                connection.url() + "?preferQueryMode=simple", connection.username(), connection.password());
    }
}
