package dev.migrations.script;

import dev.migrations.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A script that was read once from end to end, without keeping its text.
 *
 * @param source     where its text is read again when it runs
 * @param checksum   SHA-256, hex, of the whole file over normalised line endings, without a byte order mark
 * @param directives what its head says
 * @param segments   how it runs; empty when it holds no statement or has a defect
 * @param defect     why it cannot be run, such as an unterminated string; a script that will not run may keep its defect
 */
public record SqlScript(
        ScriptSource source,
        String checksum,
        ScriptDirectives directives,
        List<Segment> segments,
        @Nullable Problem defect) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public SqlScript {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a script once, from end to end.
     *
     * @throws ScriptException if the file cannot be read; a defect of its text is a part of the answer instead
     */
    public static SqlScript read(ScriptSource source) {
        return read(source, StringSyntax.STANDARD);
    }

    /**
     * Reads a script that runs in a session whose plain strings are written like this, until the script says otherwise.
     *
     * @throws ScriptException if the file cannot be read; a defect of its text is a part of the answer instead
     */
    public static SqlScript read(ScriptSource source, StringSyntax plainStrings) {
        return ScriptPass.over(source, plainStrings);
    }

    /** The name to show in messages. */
    public String name() {
        return source.name();
    }

    /** Whether a segment of it is the last one. */
    public boolean isLast(Segment segment) {
        return segment.index() == segments.size() - 1;
    }

    /**
     * The whole text, read again: for scripts that are kept, such as a down script in the history.
     *
     * @throws ScriptException if the file cannot be read any more
     */
    public String text() {
        try (var bytes = source.open()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ScriptException.unreadable(source.name(), e);
        }
    }

    /**
     * A line of the file, read again; for messages only.
     *
     * @param number from 1
     * @return the line without its ending; empty if it is not there, or cannot be read any more
     */
    public Optional<String> findLine(int number) {
        try (var lines = new BufferedReader(new InputStreamReader(source.open(), StandardCharsets.UTF_8))) {
            for (var i = 1; i < number; i++) {
                if (lines.readLine() == null) {
                    return Optional.empty();
                }
            }
            return Optional.ofNullable(lines.readLine())
                    .map(line -> number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
