package dev.migrations.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A script taken apart, so that it can be put together again: what the reader gives out as text and data, and what lies
 * between.
 *
 * @param statements in order
 * @param data       of the statement with the same number; empty for one without
 * @param joined     all pieces in order, which must be the file
 * @param gaps       everything that is neither statement, semicolon nor data
 */
record Pieces(List<SqlStatement> statements, List<String> data, String joined, List<String> gaps) {

    static Pieces of(byte[] file, int atOnce) {
        var statements = new ArrayList<SqlStatement>();
        var data = new ArrayList<String>();
        var gaps = new ArrayList<String>();
        var joined = new ByteArrayOutputStream();
        var done = 0L;
        try (var reader = StatementReader.open(Fixtures.bytes("script.sql", file, atOnce))) {
            while (reader.next()) {
                var statement = reader.statement();
                statements.add(statement);
                done = gap(file, done, statement.offset(), gaps, joined);
                joined.writeBytes(Fixtures.utf8(statement.text()));
                done += statement.length();
                var scanner = reader.scanner();
                joined.write(file, (int) done, (int) (scanner.terminatorEnd() - done));
                done = scanner.terminatorEnd();
                var copied = scanner.copyData();
                if (copied == null) {
                    data.add("");
                    continue;
                }
                done = gap(file, done, copied.start(), gaps, joined);
                var bytes = reader.copyData().readAllBytes();
                data.add(new String(bytes, StandardCharsets.UTF_8));
                if (copied.end() - copied.start() == bytes.length) {
                    joined.writeBytes(bytes);
                } else {
                    joined.write(file, (int) done, (int) (copied.end() - done)); // line endings were normalised
                }
                done = copied.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gap(file, done, file.length, gaps, joined);
        return new Pieces(statements, data, joined.toString(StandardCharsets.UTF_8), gaps);
    }

    private static long gap(byte[] file, long from, long to, List<String> gaps, ByteArrayOutputStream joined) {
        gaps.add(new String(file, (int) from, (int) (to - from), StandardCharsets.UTF_8));
        joined.write(file, (int) from, (int) (to - from));
        return to;
    }
}
