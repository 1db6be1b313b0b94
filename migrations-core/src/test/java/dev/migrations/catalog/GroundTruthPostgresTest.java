package dev.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.schema.DiffText;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.testing.PgDump;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Two schemas have equal snapshots if, and only if, they are equal: by what a case says of them, and by pg_dump, where one
 * that can dump this server is on the search path.
 */
class GroundTruthPostgresTest {

    private static final PostgresServer SERVER = PostgresServer.get();

    /** Where pg_dump says more or less than a snapshot, and why. */
    private static final Map<String, String> KNOWN = Map.of(
            "extension_versions/version", "pg_dump takes the newest version of an extension, whatever is installed",
            "languages/inline", "pg_dump leaves out handlers that are the system's own functions",
            "languages/trusted", "pg_dump leaves out TRUSTED with the handlers");

    @BeforeAll
    static void createRoles() {
        SERVER.execute(
                "drop role if exists snapshot_app, snapshot_reader",
                "create role snapshot_app",
                "create role snapshot_reader");
    }

    @AfterAll
    static void dropRoles() {
        SERVER.execute("drop role snapshot_app, snapshot_reader");
    }

    @TestFactory
    Stream<DynamicNode> equal_snapshots_are_equal_schemas() {
        return SchemaCase.all().map(GroundTruthPostgresTest::claims);
    }

    private static DynamicNode claims(SchemaCase schema) {
        var states = new ArrayList<State>();
        return DynamicContainer.dynamicContainer(
                schema.name(),
                Stream.of(
                        DynamicTest.dynamicTest("each change is told", () -> {
                            states.addAll(states(schema));
                            assertThat(mistaken(states)).isEmpty();
                        }),
                        DynamicTest.dynamicTest("pg_dump agrees", () -> {
                            assumeTrue(
                                    states.stream()
                                            .allMatch(state -> state.dump().isPresent()),
                                    "no pg_dump that can dump this server is on the PATH");
                            assertThat(disagreements(schema, states)).isEmpty();
                        })));
    }

    private static List<String> mistaken(List<State> states) {
        var mistaken = new ArrayList<String>();
        forEachPair(states, (one, other) -> {
            var same = one.way().name().equals("base") && other.way().isAgain();
            var differences = DiffText.render(one.snapshot().to(other.snapshot()));
            if (differences.isEmpty() != same
                    || differences.isEmpty() != one.snapshot().equals(other.snapshot())) {
                mistaken.add(one.way().name() + " and " + other.way().name() + ": " + differences);
            }
        });
        return mistaken;
    }

    private static List<String> disagreements(SchemaCase schema, List<State> states) {
        var disagreements = new ArrayList<String>();
        forEachPair(states, (one, other) -> {
            var known = Stream.of(one, other)
                    .anyMatch(state ->
                            KNOWN.containsKey(schema.name() + "/" + state.way().name()));
            if (!known && one.snapshot().equals(other.snapshot()) != one.dump().equals(other.dump())) {
                disagreements.add(one.way().name() + " and " + other.way().name() + " are " + one.comparison(other));
            }
        });
        return disagreements;
    }

    private static void forEachPair(List<State> states, java.util.function.BiConsumer<State, State> claim) {
        for (var i = 0; i < states.size(); i++) {
            for (var j = i + 1; j < states.size(); j++) {
                claim.accept(states.get(i), states.get(j));
            }
        }
    }

    private static List<State> states(SchemaCase schema) {
        int version;
        try (var any = SERVER.createDatabase()) {
            version = SchemaReading.read(any.source()).majorVersion();
        }
        return schema.ways(version).stream()
                .map(way -> state(way, PgDump.find(version)))
                .toList();
    }

    private static State state(SchemaCase.Way way, Optional<PgDump> pgDump) {
        try (var database = SERVER.createDatabase()) {
            try {
                database.execute(way.sql());
                return new State(
                        way, SchemaReading.read(database.source()), pgDump.map(program -> program.schema(database)));
            } catch (RuntimeException e) {
                throw new IllegalStateException(way.name(), e);
            } finally {
                dropSubscriptions(database);
            }
        }
    }

    /** A database with subscriptions cannot be dropped. */
    private static void dropSubscriptions(TestDatabase database) {
        database.query("select s.subname from pg_subscription s join pg_database d on d.oid = s.subdbid"
                        + " where d.datname = current_database()")
                .forEach(name -> database.execute(
                        "alter subscription " + name + " set (slot_name = none)", "drop subscription " + name));
    }

    private record State(SchemaCase.Way way, SchemaSnapshot snapshot, Optional<List<String>> dump) {

        private String comparison(State other) {
            var ours = DiffText.render(snapshot.to(other.snapshot));
            var before = dump.orElseThrow();
            var after = other.dump.orElseThrow();
            return "here " + ours + ", for pg_dump - "
                    + before.stream().filter(line -> !after.contains(line)).toList() + " + "
                    + after.stream().filter(line -> !before.contains(line)).toList();
        }
    }
}
