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
        return schema == null ? quote(name) : quote(schema) + "." + quote(name);
    }

    private static String quote(String part) {
        return '"' + part.replace("\"", "\"\"") + '"';
    }
}
