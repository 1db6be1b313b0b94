package dev.migrations.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.Background;
import dev.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A version of the application at work: one connection reads, another writes, a statement after the other. */
final class Application implements AutoCloseable {

    private static final int A_WHILE = 20;

    private final TestDatabase database;
    private final int rows;
    private final Stalls stalls;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final List<Background> connections = new ArrayList<>();
    private volatile boolean ended;

    private Application(TestDatabase database, int rows, Stalls stalls) {
        this.database = database;
        this.rows = rows;
        this.stalls = stalls;
    }

    static Application start(TestDatabase database, int rows, Recipe.Deploy version, Stalls stalls) {
        var application = new Application(database, rows, stalls);
        var statements = version.statements();
        application.work(statements.stream().filter(Application::isRead).toList(), application.reads, true);
        application.work(statements.stream().filter(sql -> !isRead(sql)).toList(), application.writes, false);
        return application;
    }

    private static boolean isRead(String sql) {
        return sql.startsWith("select");
    }

    private void work(List<String> statements, AtomicInteger count, boolean isRead) {
        connections.add(Background.run(() -> {
            try (var connection = database.source().connect()) {
                while (!ended) {
                    for (var sql : statements) {
                        run(connection, sql, isRead);
                        count.incrementAndGet();
                        Thread.sleep(1);
                    }
                }
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private void run(Connection connection, String sql, boolean isRead) {
        var start = System.nanoTime();
        try (var statement = prepared(connection, sql)) {
            statement.execute();
        } catch (SQLException e) {
            failures.add(sql + ": " + e.getMessage());
        }
        stalls.saw(System.nanoTime() - start, isRead);
    }

    private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql.replace(":id", "?"));
        if (sql.contains(":id")) {
            statement.setLong(1, ThreadLocalRandom.current().nextLong(rows) + 1);
        }
        return statement;
    }

    /** Until it has read and written for a while, from now on. */
    void goOn() {
        var reading = reads.get() + A_WHILE;
        var writing = writes.get() + A_WHILE;
        Background.awaitUntil(() -> reads.get() >= reading && writes.get() >= writing);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    void end() {
        ended = true;
        connections.forEach(Background::close);
    }

    /** Ends it; nothing may have failed. */
    @Override
    public void close() {
        end();
        assertThat(failures).isEmpty();
    }
}
