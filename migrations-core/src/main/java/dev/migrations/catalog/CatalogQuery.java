package dev.migrations.catalog;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A question to the catalogues whose columns say what they are: {@code kind}, {@code schema}, {@code relation} and
 * {@code name} make up the name of an object, and every other column is the {@linkplain Attribute#label() label} of an
 * attribute. Null says nothing of it; an array has several values.
 *
 * @param sql in the catalogues' own terms and {@link CatalogSql}'s, without parameters
 */
record CatalogQuery(String sql) {

    private static final Set<String> NAME_COLUMNS = Set.of("kind", "schema", "relation", "name");

    /** Whether it can be asked of some relations alone. */
    boolean asksRelations() {
        return CatalogSql.timesAsked(sql) > 0;
    }

    List<CatalogRow> rows(Connection connection, AskedRelations asked) throws SQLException {
        try (var statement = asked.prepare(connection, sql);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<CatalogRow>();
            while (result.next()) {
                var row = new CatalogRow(name(result), attributes(result));
                if (Vanished.isMeantBy(row, result)) {
                    throw Vanished.of(row);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static ObjectName name(ResultSet row) throws SQLException {
        var kind = row.getString("kind").toUpperCase(Locale.ROOT).replace(' ', '_');
        return new ObjectName(
                ObjectKind.valueOf(kind), row.getString("schema"), row.getString("relation"), row.getString("name"));
    }

    private static Map<Attribute, List<String>> attributes(ResultSet row) throws SQLException {
        var attributes = new EnumMap<Attribute, List<String>>(Attribute.class);
        var columns = row.getMetaData();
        for (var column = 1; column <= columns.getColumnCount(); column++) {
            var label = columns.getColumnLabel(column);
            if (!NAME_COLUMNS.contains(label)) {
                var values = values(row, column);
                if (!values.isEmpty()) {
                    attributes.put(Attribute.of(label), values);
                }
            }
        }
        return attributes;
    }

    private static List<String> values(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column);
        if (value instanceof java.sql.Array array) {
            return List.of((String[]) array.getArray());
        }
        return value == null ? List.of() : List.of(row.getString(column));
    }
}
