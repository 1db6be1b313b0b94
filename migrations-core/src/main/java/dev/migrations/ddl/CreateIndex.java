package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE INDEX}.
 *
 * @param name       null where PostgreSQL makes one up
 * @param keys       columns or expressions, as written
 * @param definition everything behind the table's name: {@code using gin (tags) where active}
 */
public record CreateIndex(
        Place place,
        @Nullable Identifier name,
        QualifiedName table,
        boolean unique,
        boolean concurrently,
        boolean ifNotExists,
        boolean only,
        List<String> keys,
        String definition)
        implements DdlStatement {

    public CreateIndex {
        keys = List.copyOf(keys);
    }
}
