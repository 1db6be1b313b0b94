package dev.migrations.cli.output;

/** Colours, or none. */
public enum Paint {
    /** Text as it is. */
    PLAIN,
    /** The colours of ECMA-48, which every terminal knows. */
    COLOURED;

    String good(String text) {
        return in("32", text);
    }

    String bad(String text) {
        return in("31", text);
    }

    String waiting(String text) {
        return in("33", text);
    }

    String strong(String text) {
        return in("1", text);
    }

    /** A line of a difference, by its first character. */
    String difference(String line) {
        return switch (line.charAt(0)) {
            case '+' -> good(line);
            case '-' -> bad(line);
            case '~' -> waiting(line);
            default -> line;
        };
    }

    private String in(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
