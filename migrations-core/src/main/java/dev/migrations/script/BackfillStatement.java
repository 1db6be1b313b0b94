package dev.migrations.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The one statement of a backfill, and where it names the bounds of a batch.
 *
 * @param statement as the file has it
 * @param marks     every {@code :from} and {@code :to} in its text, in order
 */
public record BackfillStatement(SqlStatement statement, List<Mark> marks) {

    public BackfillStatement {
        marks = List.copyOf(marks);
    }

    /** Which bound of a batch; both are inclusive. */
    public enum Bound {
        /** {@code :from}: the lowest key of the batch. */
        FROM,
        /** {@code :to}: the highest key of the batch. */
        TO
    }

    /**
     * One place in the statement's text.
     *
     * @param bound which of the two stands there
     * @param start of the colon, in UTF-16 units from 0
     * @param end   behind the word
     */
    public record Mark(Bound bound, int start, int end) {}

    /**
     * Reads the statement of a script whose head says that it is a backfill, and that has no defect.
     *
     * @throws ScriptException if the file cannot be read any more
     */
    public static BackfillStatement read(SqlScript script) {
        try (var reader = StatementReader.open(script.source())) {
            if (!reader.next()) {
                throw new IllegalStateException("no statement in " + script.name());
            }
            return new BackfillStatement(
                    reader.statement(), marks(reader.statement().text()));
        }
    }

    boolean has(Bound bound) {
        return marks.stream().anyMatch(mark -> mark.bound() == bound);
    }

    /** {@code from} and {@code to} are reserved words, so that no slice of an array ({@code a[1:to]}) can mean a column. */
    static List<Mark> marks(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var marks = new ArrayList<Mark>();
        var lexer = SqlLexer.of(text);
        var colon = -1L;
        for (var kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            if (kind == TokenKind.WORD && colon >= 0 && lexer.start() == colon + 1) {
                for (var bound : Bound.values()) {
                    if (lexer.text().equalsIgnoreCase(bound.name())) {
                        marks.add(new Mark(bound, units(bytes, colon), units(bytes, lexer.end())));
                    }
                }
            }
            colon = kind == TokenKind.COLON ? lexer.start() : -1;
        }
        return marks;
    }

    private static int units(byte[] bytes, long offset) {
        return new String(bytes, 0, (int) offset, StandardCharsets.UTF_8).length();
    }
}
