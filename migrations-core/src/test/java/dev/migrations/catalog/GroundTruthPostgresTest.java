package dev.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.schema.DiffText;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.testing.PgDump;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Two schemas have equal snapshots if, and only if, they are equal: by what a case says of them, and by pg_dump, where one
 * that can dump this server is on the search path.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SchemaRoles.NAME)
class GroundTruthPostgresTest {

    private static final PostgresServer SERVER = PostgresServer.get();

    /** Where pg_dump says more or less than a snapshot, and why. */
    private static final Map<String, String> KNOWN = Map.of(
            "extension_versions/version", "pg_dump takes the newest version of an extension, whatever is installed",
            "languages/inline", "pg_dump leaves out handlers that are the system's own functions",
            "languages/trusted", "pg_dump leaves out TRUSTED with the handlers");

    @BeforeAll
    static void createRoles() {
        SchemaRoles.create(SERVER);
    }

    @AfterAll
    static void dropRoles() {
        SchemaRoles.drop(SERVER);
    }

    @TestFactory
    Stream<DynamicNode> equal_snapshots_are_equal_schemas() {
        return SchemaCase.all().map(GroundTruthPostgresTest::claims);
    }

    private static DynamicNode claims(SchemaCase schema) {
        var ways = schema.ways(SERVER.majorVersion());
        var snapshots = new Memo<>(() -> snapshots(ways));
        return DynamicContainer.dynamicContainer(
                schema.name(),
                Stream.of(
                        DynamicTest.dynamicTest("each change is told", () -> assertThat(mistaken(ways, snapshots.get()))
                                .isEmpty()),
                        DynamicTest.dynamicTest(
                                "a reading of what has changed is a reading of all",
                                () -> assertThat(missed(ways, snapshots.get())).isEmpty()),
                        DynamicTest.dynamicTest("pg_dump agrees", () -> {
                            var pgDump = PgDump.find(SERVER.majorVersion());
                            assumeTrue(pgDump.isPresent(), "no pg_dump that can dump this server is on the PATH");
                            var dumps = dumps(ways, pgDump.orElseThrow());
                            assertThat(disagreements(schema.name(), ways, snapshots.get(), dumps))
                                    .isEmpty();
                        })));
    }

    private static List<String> mistaken(List<SchemaCase.Way> ways, List<SchemaSnapshot> snapshots) {
        var mistaken = new ArrayList<String>();
        forEachPair(ways, (one, other) -> {
            var same = ways.get(one).name().equals("base") && ways.get(other).isAgain();
            var before = snapshots.get(one);
            var after = snapshots.get(other);
            var differences = DiffText.render(before.to(after));
            if (differences.isEmpty() != same || differences.isEmpty() != before.equals(after)) {
                mistaken.add(ways.get(one).name() + " and " + ways.get(other).name() + ": " + differences);
            }
        });
        return mistaken;
    }

    private static List<String> disagreements(
            String schema, List<SchemaCase.Way> ways, List<SchemaSnapshot> snapshots, List<List<String>> dumps) {
        var disagreements = new ArrayList<String>();
        forEachPair(ways, (one, other) -> {
            var known = Stream.of(one, other)
                    .anyMatch(way ->
                            KNOWN.containsKey(schema + "/" + ways.get(way).name()));
            var ours = snapshots.get(one).to(snapshots.get(other));
            var before = dumps.get(one);
            var after = dumps.get(other);
            if (!known && ours.isEmpty() != before.equals(after)) {
                disagreements.add(ways.get(one).name() + " and "
                        + ways.get(other).name() + " are here " + DiffText.render(ours) + ", for pg_dump - "
                        + before.stream().filter(line -> !after.contains(line)).toList() + " + "
                        + after.stream().filter(line -> !before.contains(line)).toList());
            }
        });
        return disagreements;
    }

    private static void forEachPair(List<SchemaCase.Way> ways, BiConsumer<Integer, Integer> claim) {
        for (var i = 0; i < ways.size(); i++) {
            for (var j = i + 1; j < ways.size(); j++) {
                claim.accept(i, j);
            }
        }
    }

    /** Each in a transaction that is rolled back, so that one database is enough. */
    private static List<SchemaSnapshot> snapshots(List<SchemaCase.Way> ways) throws SQLException {
        var snapshots = new ArrayList<SchemaSnapshot>();
        try (var database = SERVER.createDatabase();
                var connection = KeptPlans.connect(database)) {
            connection.setAutoCommit(false);
            for (var way : ways) {
                try {
                    KeptPlans.execute(connection, way.sql());
                    snapshots.add(SchemaReading.readWithin(connection));
                } catch (SQLException e) {
                    throw new SQLException(way.name(), e);
                } finally {
                    connection.rollback();
                }
            }
        }
        return snapshots;
    }

    /** Where {@link RepeatedReading} sees another schema than {@link SchemaReading}; from each change to the next. */
    private static List<String> missed(List<SchemaCase.Way> ways, List<SchemaSnapshot> snapshots) throws SQLException {
        var missed = new ArrayList<String>();
        try (var database = SERVER.createDatabase();
                var connection = KeptPlans.connect(database);
                var reading = RepeatedReading.of(database.source())) {
            connection.setAutoCommit(false);
            KeptPlans.execute(connection, ways.get(0).sql());
            var base = connection.setSavepoint();
            for (var i = 0; i < ways.size(); i++) {
                var way = ways.get(i);
                if (way.isAgain()) {
                    connection.rollback();
                }
                KeptPlans.execute(connection, way.change());
                var seen = read(connection, reading::readWithin);
                if (!seen.equals(snapshots.get(i))) {
                    missed.add(way.name() + ": " + DiffText.render(seen.to(snapshots.get(i))));
                }
                if (way.isAgain()) {
                    connection.rollback();
                    KeptPlans.execute(connection, ways.get(0).sql());
                    base = connection.setSavepoint();
                }
                connection.rollback(base);
            }
        }
        return missed;
    }

    /** Without the settings of a reading being left behind. */
    private static SchemaSnapshot read(Connection connection, SchemaReading.Reading reading) throws SQLException {
        var savepoint = connection.setSavepoint();
        try {
            return reading.read(connection);
        } finally {
            connection.rollback(savepoint);
        }
    }

    private static List<List<String>> dumps(List<SchemaCase.Way> ways, PgDump pgDump) {
        var dumps = new ArrayList<List<String>>();
        for (var way : ways) {
            try (var database = SERVER.createDatabase()) {
                database.execute(way.sql());
                dumps.add(pgDump.schema(database));
                dropSubscriptions(database);
            }
        }
        return dumps;
    }

    /** A database with subscriptions cannot be dropped. */
    private static void dropSubscriptions(TestDatabase database) {
        database.query("select s.subname from pg_subscription s join pg_database d on d.oid = s.subdbid"
                        + " where d.datname = current_database()")
                .forEach(name -> database.execute(
                        "alter subscription " + name + " set (slot_name = none)", "drop subscription " + name));
    }

    /** Computed at the first call, by whichever test comes first. */
    private static final class Memo<T> {

        private final Callable<T> computation;
        private @Nullable T value;

        Memo(Callable<T> computation) {
            this.computation = computation;
        }

        synchronized T get() throws Exception {
            if (value == null) {
                value = computation.call();
            }
            return value;
        }
    }
}
