package dev.migrations.migration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of a history table.
 *
 * @param schema null for the first schema of the connection's search path
 * @param table  the table's name, as the catalogue holds it
 */
public record SchemaTable(@Nullable String schema, String table) {

    /** {@code schema_migrations}. */
    public static final SchemaTable DEFAULT = new SchemaTable(null, "schema_migrations");

    /** PostgreSQL cuts longer names off without an error (NAMEDATALEN). */
    private static final int MAX_BYTES = 63;

    /** Two quoted parts in which each character is a doubled quote. */
    private static final int MAX_LENGTH = 2 * (2 + 2 * MAX_BYTES) + 1;

    private static final Pattern PART = Pattern.compile("\"((?:[^\"]++|\"\")+)\"|([\\p{L}_][\\p{L}0-9_$]*)");
    private static final Pattern BARE = Pattern.compile("[a-z_][a-z0-9_]*");

    public SchemaTable {
        Stream.ofNullable(schema).forEach(SchemaTable::check);
        check(table);
    }

    /**
     * Reads a name as SQL would: {@code table}, {@code schema.table}, and either part in double quotes. A part without
     * quotes is folded to lower case.
     *
     * @throws IllegalArgumentException if it is anything else, with a sentence that says what is allowed
     */
    public static SchemaTable parse(String text) {
        var parts = new ArrayList<String>();
        var matcher = PART.matcher(text);
        var at = 0;
        while (text.length() <= MAX_LENGTH && matcher.find(at) && matcher.start() == at) {
            parts.add(part(matcher.group(1), matcher.group(2)));
            at = matcher.end();
            if (at == text.length() && parts.size() <= 2) {
                return new SchemaTable(parts.size() == 2 ? parts.get(0) : null, parts.get(parts.size() - 1));
            }
            if (at == text.length() || text.charAt(at) != '.') {
                break;
            }
            at++;
        }
        var shown = text.length() <= MAX_LENGTH ? "`" + text + "`" : "as long as this";
        throw new IllegalArgumentException(
                "a history table is named as in SQL, `table`, `schema.table` or `\"Quoted\".\"Names\"`, not " + shown);
    }

    /** The name as {@link #parse} takes it, quoted only where it must be. */
    @Override
    public String toString() {
        return schema == null ? shown(table) : shown(schema) + "." + shown(table);
    }

    private static String part(@Nullable String quoted, @Nullable String bare) {
        return quoted == null ? fold(String.valueOf(bare)) : quoted.replace("\"\"", "\"");
    }

    /** PostgreSQL folds only ASCII letters in a multi-byte encoding (downcase_identifier). */
    private static String fold(String name) {
        return Pattern.compile("[A-Z]+").matcher(name).replaceAll(found -> found.group()
                .toLowerCase(Locale.ROOT));
    }

    private static String shown(String name) {
        return BARE.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static void check(String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_BYTES || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "a name in PostgreSQL has 1 to 63 bytes, and \"" + name + "\" has " + bytes);
        }
    }
}
