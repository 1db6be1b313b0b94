package dev.migrations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class LockModePostgresTest {

    @Test
    void two_modes_conflict_as_the_server_says(TestDatabase database) throws SQLException {
        database.execute("create table t ()");
        try (var other = database.source().connect()) {
            other.setAutoCommit(false);
            for (var held : LockMode.values()) {
                try (var holder = OpenTransaction.in(database, "lock table t in " + held + " mode")) {
                    assertThat(holder).isNotNull();
                    assertThat(Stream.of(LockMode.values()).filter(held::conflictsWith))
                            .as("conflicts of %s", held)
                            .containsExactlyElementsOf(Stream.of(LockMode.values())
                                    .filter(mode -> !isGiven(other, mode))
                                    .toList());
                }
            }
        }
    }

    private static boolean isGiven(Connection connection, LockMode mode) {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table t in " + mode + " mode nowait");
            connection.rollback();
            return true;
        } catch (SQLException e) {
            rollBack(connection);
            return false;
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void each_is_known_by_the_name_in_pg_locks() {
        assertThat(Stream.of(LockMode.values()).map(mode -> LockMode.ofServer(mode.serverName())))
                .containsExactly(LockMode.values());
        assertThat(LockMode.ofServer("ShareUpdateExclusiveLock")).isEqualTo(LockMode.SHARE_UPDATE_EXCLUSIVE);
    }
}
