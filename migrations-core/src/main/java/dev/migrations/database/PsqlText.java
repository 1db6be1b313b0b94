package dev.migrations.database;

import dev.migrations.script.SqlStatement;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** SQL on its way to a file that psql runs. */
final class PsqlText {

    private static final int BUFFER_CHARACTERS = 1 << 13;

    private final Appendable out;
    private boolean open;

    PsqlText(Appendable out) {
        this.out = out;
    }

    /** The same with standard strings and without: a backslash is doubled in a string that says so. */
    static String literal(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        var quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** A line for a person, or for psql itself. */
    void line(String text) {
        write(text);
        write("\n");
    }

    /** Opens a transaction, if none is open. */
    void begin() {
        if (!open) {
            statement("begin");
            open = true;
        }
    }

    /** Ends the transaction, if one is open. */
    void commit() {
        if (open) {
            statement("commit");
            open = false;
        }
    }

    void statement(String sql) {
        line(sql + ";");
    }

    void statements(Pipeline pipeline) {
        pipeline.rendered().forEach(this::statement);
    }

    /** A {@code COPY … FROM STDIN} and its data, as psql reads it from the file itself. */
    void copy(SqlStatement copy, ScriptCursor cursor) {
        statement(copy.text());
        try (var data = new InputStreamReader(cursor.copyData(), StandardCharsets.UTF_8)) {
            var buffer = new char[BUFFER_CHARACTERS];
            var last = '\n';
            for (var length = data.read(buffer); length >= 0; length = data.read(buffer)) {
                write(new String(buffer, 0, length));
                last = length > 0 ? buffer[length - 1] : last;
            }
            line(last == '\n' ? "\\." : "\n\\.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
