package dev.migrations.database;

import dev.migrations.script.Command;
import dev.migrations.script.ScriptSource;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StatementReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Loads what {@code pg_dump} has written as SQL; no history is kept of it. */
public final class SqlDump {

    /** Each of them may lock a few relations, and a server has room for some thousand locks. */
    private static final int STATEMENTS_AT_ONCE = 100;

    private static final String IN_A_HURRY = "set synchronous_commit = off";

    private final BaseConnection connection;
    private final List<SqlStatement> batch = new ArrayList<>();

    private SqlDump(BaseConnection connection) {
        this.connection = connection;
    }

    /**
     * Loads it into an empty database.
     *
     * @throws DumpRefusedException         if the server refuses a statement
     * @throws DatabaseUnreachableException if there is no connection
     */
    public static void load(ConnectionSource source, ScriptSource dump) {
        try (var connection = source.connect()) {
            var loading = new SqlDump(connection.unwrap(BaseConnection.class));
            hurry(connection);
            loading.load(dump);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private static void hurry(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(IN_A_HURRY);
        }
    }

    private void load(ScriptSource dump) {
        try (var reader = StatementReader.open(dump)) {
            while (reader.next()) {
                var statement = reader.statement();
                if (statement.command().kind() == Command.Kind.COPY_FROM_STDIN) {
                    send();
                    copy(statement, reader);
                } else {
                    batch.add(statement);
                    if (batch.size() == STATEMENTS_AT_ONCE) {
                        send();
                    }
                }
            }
            send();
        }
    }

    private void send() {
        var pipeline = new Pipeline();
        batch.forEach(statement -> pipeline.add(statement.text()));
        try {
            if (pipeline.size() > 0) {
                pipeline.send(connection, notice -> {});
            }
        } catch (Pipeline.FailedAtException e) {
            throw new DumpRefusedException(batch.get(Math.min(e.index(), batch.size() - 1)), e.failure());
        }
        batch.clear();
    }

    private void copy(SqlStatement statement, StatementReader reader) {
        try (var data = reader.copyData()) {
            new CopyManager(connection).copyIn(statement.text(), data);
        } catch (SQLException e) {
            throw new DumpRefusedException(statement, e);
        } catch (IOException e) {
            throw new DumpRefusedException(statement, new SQLException(e.getMessage(), "58030", e));
        }
    }
}
