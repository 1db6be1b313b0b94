package dev.migrations.rule;

/** Pieces of SQL that is offered. */
final class SqlText {

    private SqlText() {}

    /** A text in quotes. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
