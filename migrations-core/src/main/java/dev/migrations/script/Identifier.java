package dev.migrations.script;

/**
 * One name as the server's catalogue has it: folded, unescaped and cut to 63 bytes.
 *
 * @param name without quotes
 */
public record Identifier(String name) {

    /** The name that a word or a quoted name of a script stands for. */
    public static Identifier parse(String written) {
        return new Identifier(NameText.unquote(written));
    }

    /** The name as a person would write it in SQL: in quotes only where it needs them. */
    public String sql() {
        return NameText.sql(name);
    }

    /** As {@link #sql()}, so that a name can be put into a sentence or a statement as it is. */
    @Override
    public String toString() {
        return sql();
    }
}
