package dev.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What it costs; that it sees the same as a reading of all is claimed by {@link GroundTruthPostgresTest}. */
@ExtendWith(PostgresExtension.class)
class RepeatedReadingPostgresTest {

    @Test
    void each_question_is_planned_once(TestDatabase database) throws SQLException {
        database.execute("create table t (id int)");
        try (var connection = database.source().connect();
                var reading = RepeatedReading.of(() -> connection)) {
            reading.read();
            change(database);
            reading.read();
            change(database);
            var last = reading.read();
            var prepared = prepared(connection);
            for (var again = 0; again < 3; again++) {
                change(database);
                assertThat(reading.read()).isNotEqualTo(last);
            }
            assertThat(prepared(connection)).isEqualTo(prepared).contains("S_");
        }
    }

    private static void change(TestDatabase database) {
        database.execute(
                "create table t" + System.nanoTime() + " (id int)", "alter table t add x" + System.nanoTime() + " int");
    }

    /** Their names, which the driver counts up: what is prepared anew has another one. */
    private static String prepared(Connection connection) throws SQLException {
        var sql = "select string_agg(name, ' ' order by name) from pg_prepared_statements";
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
