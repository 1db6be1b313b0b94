package dev.migrations.test;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseUnreachableException;
import dev.migrations.test.server.DatabaseUrl;
import dev.migrations.test.template.DatabaseClone;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As what a test may be given its database. */
final class DatabaseTypes {

    private static final String SPRING = "org.springframework.jdbc.core.simple.JdbcClient";

    private static final Map<Class<?>, Shape> SHAPES = shapes();

    private DatabaseTypes() {}

    static boolean contains(Class<?> type) {
        return SHAPES.containsKey(type);
    }

    static Object as(Class<?> type, DatabaseClone database, TestDatabases owner) {
        var shape = Optional.ofNullable(SHAPES.get(type))
                .orElseThrow(() -> new IllegalArgumentException("a database cannot be given as " + type.getName()
                        + "; ask for a DataSource, a Connection, a JdbcClient, or a DatabaseClone"));
        try {
            return shape.of(database, owner);
        } catch (SQLException e) {
            throw DatabaseUnreachableException.of(e);
        }
    }

    private static Map<Class<?>, Shape> shapes() {
        var shapes = new HashMap<Class<?>, Shape>();
        shapes.put(DataSource.class, (database, owner) -> database.dataSource());
        shapes.put(Connection.class, (database, owner) -> owner.connect(database));
        shapes.put(ConnectionSource.class, (database, owner) -> database.source());
        shapes.put(DatabaseUrl.class, (database, owner) -> database.url());
        shapes.put(DatabaseClone.class, (database, owner) -> database);
        if (hasSpring()) {
            OfSpring.addTo(shapes);
        }
        return Map.copyOf(shapes);
    }

    private static boolean hasSpring() {
        try {
            Class.forName(SPRING, false, DatabaseTypes.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private interface Shape {

        Object of(DatabaseClone database, TestDatabases owner) throws SQLException;
    }

    /** Only loaded where Spring is there. */
    private static final class OfSpring {

        static void addTo(Map<Class<?>, Shape> shapes) {
            shapes.put(JdbcClient.class, (database, owner) -> JdbcClient.create(database.dataSource()));
            shapes.put(JdbcTemplate.class, (database, owner) -> new JdbcTemplate(database.dataSource()));
        }
    }
}
