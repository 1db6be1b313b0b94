package dev.migrations.migration;

import dev.migrations.problem.Excerpt;
import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** The text of a {@code migration.yaml}, which can show its lines. */
record SettingsText(String file, String text, List<String> lines) {

    /** Far more than any settings need, and little enough to be harmless. */
    static final int MAX_BYTES = 64 * 1024;

    /** Decodes what is UTF-8 from the first to the last byte; a byte order mark is dropped. */
    static SettingsText read(String file, InputStream in) throws IOException, BadSettings {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new BadSettings(Problem.of(
                            "settings-syntax", "the file is larger than 64 KiB", "keep settings only: the keys are few")
                    .at(new SourceLocation(file, 1, 1)));
        }
        var decoded = CharBuffer.allocate(bytes.length);
        var undecoded = ByteBuffer.wrap(bytes);
        var result = StandardCharsets.UTF_8.newDecoder().decode(undecoded, decoded, true);
        var text = of(file, decoded.flip().toString());
        if (result.isError()) {
            var badByte = String.format("0x%02X", bytes[undecoded.position()]);
            throw new BadSettings(text.problem(
                    "settings-encoding",
                    "the file is not UTF-8: the byte " + badByte + " fits nowhere in it",
                    "save it as UTF-8",
                    text.endLine(),
                    text.endColumn()));
        }
        return text;
    }

    private static SettingsText of(String file, String decoded) {
        var text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        // the line breaks of YAML 1.1
        return new SettingsText(file, text, List.of(text.split("\r\n|[\n\r\u0085\u2028\u2029]", -1)));
    }

    /** A problem at a place that SnakeYAML marked; its marks count characters from 0. */
    Problem problem(String code, String message, String hint, Mark mark) {
        return problem(code, message, hint, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** A problem at the character with this number, from 0. */
    Problem problemAt(int character, String code, String message, String hint) {
        var before = of(file, text.substring(0, text.offsetByCodePoints(0, character)));
        return problem(code, message, hint, before.endLine(), before.endColumn());
    }

    private Problem problem(String code, String message, String hint, int line, int column) {
        // a terminal would obey control characters
        var shown = line <= lines.size() ? lines.get(line - 1).replaceAll("[\\p{Cc}&&[^\t]]", "\uFFFD") : "";
        return Problem.of(code, message, hint)
                .at(new SourceLocation(file, line, column))
                .showing(new Excerpt(line, column, shown));
    }

    private int endLine() {
        return lines.size();
    }

    private int endColumn() {
        var line = lines.get(lines.size() - 1);
        return line.codePointCount(0, line.length()) + 1;
    }
}
