package dev.migrations.catalog;

import dev.migrations.database.PostgresError;
import dev.migrations.schema.Attribute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What a server says, or does not say, of an object that somebody drops while it is being read. */
final class Vanished {

    // undefined table, column, object, function, schema; internal_error: "cache lookup failed for …"
    private static final Set<String> STATES = Set.of("42P01", "42703", "42704", "42883", "3F000", "XX000");

    private Vanished() {}

    /** Whether a try more may find a schema that holds still. */
    static boolean isMeantBy(PostgresError error) {
        return STATES.contains(error.sqlState());
    }

    /** Whether the server found nothing to write: the snapshot has an object, and the present has not. */
    static boolean isMeantBy(CatalogRow row, ResultSet columns) throws SQLException {
        var undefined = hasDefinition(columns) && !row.attributes().containsKey(Attribute.DEFINITION);
        return undefined
                || row.attributes().getOrDefault(Attribute.TYPE, List.of()).stream()
                        .anyMatch(type -> type.startsWith("???"))
                || row.attributes().getOrDefault(Attribute.OWNER, List.of()).stream()
                        .anyMatch(owner -> owner.startsWith("unknown (OID="));
    }

    private static boolean hasDefinition(ResultSet columns) throws SQLException {
        var described = columns.getMetaData();
        for (var column = 1; column <= described.getColumnCount(); column++) {
            if (described.getColumnLabel(column).equals(Attribute.DEFINITION.label())) {
                return true;
            }
        }
        return false;
    }

    /** Where the server leaves out a definition that there was. */
    static SQLException of(CatalogRow row) {
        return new SQLException("there is no longer a " + row.name(), "42704");
    }
}
