package dev.migrations.alter;

/** What the server has written. */
final class Definitions {

    private Definitions() {}

    /** Without the semicolon at the end that the server gives some. */
    static String statement(String definition) {
        var text = definition.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }
}
