package dev.migrations.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Of which tables, views and composite types a question is asked.
 *
 * @param oids theirs; null for all there are
 */
record AskedRelations(@Nullable Collection<Long> oids) {

    static final AskedRelations ALL = new AskedRelations(null);

    /** The condition for the relation with this OID, an expression. The same text for any number of them. */
    String condition(String oid) {
        return oids == null ? "true" : oid + " = any (?)";
    }

    /** The question, ready to be asked. */
    PreparedStatement prepare(Connection connection, String question) throws SQLException {
        var majorVersion = connection.getMetaData().getDatabaseMajorVersion();
        var statement = connection.prepareStatement(CatalogSql.expand(question, majorVersion, this));
        if (oids != null) {
            var array = connection.createArrayOf("oid", oids.toArray());
            for (var i = 1; i <= CatalogSql.timesAsked(question); i++) {
                statement.setArray(i, array);
            }
        }
        return statement;
    }
}
