package dev.migrations.script;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a script, one after the other, cut where psql would cut them; holds one at a time, and never the data of
 * a {@code COPY … FROM STDIN}.
 *
 * <pre>{@code
 * try (var reader = StatementReader.open(source)) {
 *     while (reader.next()) {
 *         run(reader.statement());
 *     }
 * }
 * }</pre>
 */
public final class StatementReader implements AutoCloseable {

    private final StatementScanner scanner;
    private @Nullable SqlStatement statement;

    private StatementReader(StatementScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Opens a script in a session with PostgreSQL's default settings.
     *
     * @throws ScriptException if the file cannot be opened
     */
    public static StatementReader open(ScriptSource source) {
        return open(source, StringSyntax.STANDARD);
    }

    /**
     * Opens a script in a session whose plain strings are written like this, until the script says otherwise.
     *
     * @throws ScriptException if the file cannot be opened
     */
    public static StatementReader open(ScriptSource source, StringSyntax plainStrings) {
        try {
            var bytes = new ScriptBytes(source.name(), source.open(), null);
            return new StatementReader(new StatementScanner(bytes, plainStrings, null));
        } catch (IOException e) {
            throw ScriptException.unreadable(source.name(), e);
        }
    }

    /**
     * Goes on to the next statement, over the copy data of the last one; empty statements are passed over.
     *
     * @return false when there is none
     * @throws ScriptException if the script has a defect here, or cannot be read on
     */
    public boolean next() {
        statement = null;
        if (!scanner.advance()) {
            return false;
        }
        statement = scanner.statement();
        return true;
    }

    /** The statement that {@link #next()} went on to. */
    public SqlStatement statement() {
        if (statement == null) {
            throw new IllegalStateException("there is no current statement");
        }
        return statement;
    }

    /**
     * The data behind the current {@code COPY … FROM STDIN}, without the line {@code \.} that ends it; can be read once, until
     * the next call of {@link #next()}. Its bytes are the file's, but that CRLF becomes LF where the line of the statement
     * ends in CRLF too. Reading throws a {@link ScriptException} where the data never ends or is not UTF-8.
     */
    public InputStream copyData() {
        var data = scanner.copyData();
        if (data == null) {
            throw new IllegalStateException(
                    "no copy data follows " + statement().command().keywords());
        }
        return data;
    }

    StatementScanner scanner() {
        return scanner;
    }

    @Override
    public void close() {
        scanner.bytes().close();
    }
}
