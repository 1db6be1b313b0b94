package dev.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.alter.DdlStep;
import dev.migrations.alter.SchemaDdl;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The DDL of a difference makes one schema of the other: after it, they differ in what it has told as not sayable, and in nothing
 * else. Each way of each {@link SchemaCase}, and an empty database, there and back.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SchemaRoles.NAME)
class SchemaDdlPostgresTest {

    private static final PostgresServer SERVER = PostgresServer.get();

    @BeforeAll
    static void createRoles() {
        SchemaRoles.create(SERVER);
    }

    @AfterAll
    static void dropRoles() {
        SchemaRoles.drop(SERVER);
    }

    @TestFactory
    Stream<DynamicTest> what_differs_after_the_ddl_is_what_it_could_not_say() {
        return SchemaCase.all()
                .map(schema -> DynamicTest.dynamicTest(
                        schema.name(), () -> assertThat(new Journey(schema).mistakes(SERVER.majorVersion()))
                                .isEmpty()));
    }

    /** A database with one connection, which knows the catalogues and the plans for reading them by now. */
    private record Place(TestDatabase database, Connection connection) implements AutoCloseable {

        private static Place of(String sql) {
            var database = SERVER.createDatabase();
            try {
                var place = new Place(database, KeptPlans.connect(database));
                place.run(List.of(sql));
                return place;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private SchemaSnapshot snapshot() {
            try {
                return SchemaReading.inOnePiece(connection, SchemaReading::readWithin);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void run(List<String> statements) throws SQLException {
            for (var sql : statements) {
                KeptPlans.execute(connection, sql);
            }
        }

        /** A database with subscriptions cannot be dropped. */
        @Override
        public void close() {
            try (connection) {
                database.query("select s.subname from pg_subscription s join pg_database d on d.oid = s.subdbid"
                                + " where d.datname = current_database()")
                        .forEach(name -> database.execute(
                                "alter subscription " + name + " disable",
                                "alter subscription " + name + " set (slot_name = none)",
                                "drop subscription " + name));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            database.close();
        }
    }

    /** From the base to each other way and back, in one database for as long as it is as it should be. */
    private static final class Journey {

        private final SchemaCase schema;
        private final List<String> mistakes = new ArrayList<>();

        private Journey(SchemaCase schema) {
            this.schema = schema;
        }

        private List<String> mistakes(int version) {
            var place = Place.of(schema.base().sql());
            try {
                var base = place.snapshot();
                fromNothingAndBack(base);
                var others = schema.ways(version).stream()
                        .skip(1)
                        .filter(way -> !way.isAgain())
                        .toList();
                for (var way : others) {
                    if (!thereAndBack(way, base, place)) {
                        place.close();
                        place = Place.of(schema.base().sql());
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                place.close();
            }
            return mistakes;
        }

        private void fromNothingAndBack(SchemaSnapshot base) {
            try (var place = Place.of("")) {
                var nothing = place.snapshot();
                if (holds("to the base", place, SchemaDdl.between(nothing, base), base)) {
                    holds("to nothing", place, SchemaDdl.between(base, nothing), nothing);
                }
            }
        }

        /** Whether the database is as at the beginning. */
        private boolean thereAndBack(SchemaCase.Way way, SchemaSnapshot base, Place place) throws SQLException {
            place.run(List.of(way.change()));
            var other = place.snapshot();
            var back = SchemaDdl.between(other, base);
            var there = SchemaDdl.between(base, other);
            if (!holds("back from " + way.name(), place, back, base)) {
                try (var another = Place.of(schema.base().sql())) {
                    holds("to " + way.name(), another, there, other);
                }
                return false;
            }
            return holds("to " + way.name(), place, there, other)
                    && apply(place, back).isEmpty();
        }

        /** Whether it is all that was wanted. */
        private boolean holds(String what, Place place, SchemaDdl ddl, SchemaSnapshot wanted) {
            var failures = apply(place, ddl);
            var left = differences(place.snapshot(), wanted);
            var told = new TreeSet<String>();
            ddl.notSayable()
                    .forEach(step -> told.add(
                            step.change() == null
                                    ? step.object().toString()
                                    : step.object() + " " + step.change().attribute()));
            if (!failures.isEmpty() || !left.equals(told)) {
                mistakes.add(what + ": left " + left + ", told " + told + ", failed " + failures + "\n" + ddl.text());
            }
            return failures.isEmpty() && left.isEmpty();
        }

        private static Set<String> differences(SchemaSnapshot is, SchemaSnapshot wanted) {
            var diff = is.to(wanted);
            var left = new TreeSet<String>();
            Stream.concat(diff.added().stream(), diff.removed().stream())
                    .forEach(object -> left.add(object.name().toString()));
            diff.changed().forEach(object -> object.changes()
                    .forEach(change -> left.add(object.name() + " " + change.attribute())));
            return left;
        }

        private static List<String> apply(Place place, SchemaDdl ddl) {
            var statements = ddl.steps().stream()
                    .filter(DdlStep.Statement.class::isInstance)
                    .map(step -> ((DdlStep.Statement) step).sql())
                    .toList();
            try {
                place.run(statements);
                return List.of();
            } catch (SQLException e) {
                return List.of(String.valueOf(e.getMessage()));
            }
        }
    }
}
