package dev.migrations.script;

import org.jspecify.annotations.Nullable;

/**
 * A name as the server's catalogue has it: folded, unescaped and cut to 63 bytes.
 *
 * @param schema null where the search path decides
 * @param name   the object's own name
 */
public record QualifiedName(@Nullable String schema, String name) {

    /** The name as SQL, with every part in double quotes. */
    public String quoted() {
        return schema == null ? NameText.quote(name) : NameText.quote(schema) + "." + NameText.quote(name);
    }

    /** The name as a person would write it in SQL: parts in quotes only where they need them. */
    public String sql() {
        return schema == null ? NameText.sql(name) : NameText.sql(schema) + "." + NameText.sql(name);
    }

    /** As {@link #sql()}, so that a name can be put into a sentence or a statement as it is. */
    @Override
    public String toString() {
        return sql();
    }
}
