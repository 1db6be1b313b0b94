package dev.migrations.script;

/** psql's own commands, which start with a backslash: they are no SQL, but pg_dump writes two of them. */
final class PsqlCommands {

    private static final int LONGEST_NAME = 40;

    private final ScriptBytes in;

    PsqlCommands(ScriptBytes in) {
        this.in = in;
    }

    /**
     * pg_dump has put {@code \restrict key} in front of its output, and its counterpart behind it, since August 2025
     * (CVE-2025-8714), to keep psql from running other meta-commands in between; none can run here anyway.
     */
    void passRestrict(long backslash) {
        var name = name();
        if (!name.equals("restrict") && !name.equals("unrestrict")) {
            throw defect(backslash);
        }
        while (in.peek(0) >= 0 && in.peek(0) != '\n') {
            in.position++;
        }
    }

    ScriptException defect(long backslash) {
        var name = name();
        return in.defect(
                backslash, name.equals(".") ? ScriptProblems.endOfDataWithoutCopy() : ScriptProblems.psqlCommand(name));
    }

    /** What stands behind the backslash: a word, or one character such as {@code !}. */
    private String name() {
        var length = 0;
        while (length < LONGEST_NAME && (ByteClass.inTag(in.peek(length)) || (length == 0 && in.peek(0) > ' '))) {
            length++;
        }
        return in.text(in.offset(), in.offset() + length);
    }
}
