package dev.migrations.test;

import dev.migrations.Backfills;
import dev.migrations.Migrator;
import dev.migrations.database.DatabaseUnreachableException;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.problem.MigrationException;
import dev.migrations.test.template.DatabaseClone;
import java.lang.ref.Cleaner;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database at some version, on its way to the next; dropped when it is closed, or when nobody knows of it any more. */
public final class MigrationStage implements AutoCloseable {

    private static final Cleaner CLEANER = Cleaner.create();

    private final MigrationFolder folder;
    private final DatabaseClone database;
    private final Cleaner.Cleanable closing;
    private MigrationVersion version;

    private MigrationStage(MigrationFolder folder, DatabaseClone database, MigrationVersion version) {
        this.folder = folder;
        this.database = database;
        this.version = version;
        this.closing = CLEANER.register(this, database::close);
    }

    static MigrationStage of(MigrationFolder folder, DatabaseClone database, MigrationVersion version) {
        return new MigrationStage(folder, database, version);
    }

    /** Runs statements, one by one. */
    public MigrationStage execute(String... statements) {
        for (var sql : statements) {
            ask(statement -> statement.execute(sql));
        }
        return this;
    }

    /**
     * Inserts rows.
     *
     * @param rows what comes after {@code insert into}, such as {@code users (email) values ('ann@example.org')}
     */
    public MigrationStage insert(String rows) {
        return execute("insert into " + rows);
    }

    /** Goes to exactly this version, up or down, backfills included; a migration that fails is the test's failure. */
    public MigrationStage then(String next) {
        goTo(MigrationVersion.parse(next));
        return this;
    }

    /**
     * On the way to this version, a migration fails, and the rows are as they were before it.
     *
     * @param saying what its message holds, such as {@code contains null values}
     */
    public MigrationStage failsAt(String next, String saying) {
        var target = MigrationVersion.parse(next);
        try {
            goTo(target);
        } catch (MigrationException e) {
            if (e.getMessage().contains(saying)) {
                return this;
            }
            throw new AssertionError(
                    "on the way to " + next + " of " + folder + ", it was to fail with \"" + saying
                            + "\", but it failed with:\n" + e.getMessage(),
                    e);
        }
        throw new AssertionError(
                "the way to " + next + " of " + folder + " was to fail with \"" + saying + "\", but it did not fail");
    }

    /** The rows of a query, to be compared. */
    public StageRows query(String sql) {
        return new StageRows(this, "at " + version + " of " + folder + ", " + sql, rows(sql));
    }

    /** The database itself, for whatever else there is to ask. */
    public DatabaseClone database() {
        return database;
    }

    private void goTo(MigrationVersion next) {
        var backfills = Backfills.of(Migrator.of(folder, database.source())
                .database(folder.name())
                .withoutFingerprint()
                .build());
        backfills.migrate(MigrationTarget.goTo(next));
        if (folder.read().migrations().stream()
                .anyMatch(migration -> migration.backfill().isPresent())) {
            backfills.run();
        }
        version = next;
    }

    private List<String> rows(String sql) {
        return ask(statement -> {
            var rows = new ArrayList<String>();
            try (var result = statement.executeQuery(sql)) {
                var columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    var values = new ArrayList<String>();
                    for (var column = 1; column <= columns; column++) {
                        values.add(String.valueOf(result.getString(column)));
                    }
                    rows.add(String.join(", ", values));
                }
            }
            return rows;
        });
    }

    private <T> T ask(Question<T> question) {
        try (var connection = database.source().connect();
                var statement = connection.createStatement()) {
            return question.of(statement);
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("08")) {
                throw DatabaseUnreachableException.of(e);
            }
            throw new AssertionError("at " + version + " of " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        closing.clean();
    }

    private interface Question<T> {

        T of(Statement statement) throws SQLException;
    }
}
