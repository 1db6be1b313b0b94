package dev.migrations.schema;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Keys and texts as YAML 1.1 has them, so that each is read as it was: as a text, whatever it looks like. */
final class YamlText {

    /** SnakeYAML takes a key of up to 1,024 characters as such without being told. */
    private static final int LONGEST_KEY = 1_000;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_(][^\\p{C}\\p{Z}]*(?: [^\\p{C}\\p{Z}]+)*");
    private static final Pattern MISREAD = Pattern.compile(": | #|:$");
    private static final Pattern FLOW_SIGN = Pattern.compile("[,?\\[\\]{}]");
    private static final Resolver RESOLVER = new Resolver();

    private YamlText() {}

    /** A key with its colon. */
    static void key(StringBuilder text, int indent, String key) {
        var shown = isPlain(key) ? key : quoted(key);
        text.append(" ".repeat(indent));
        if (shown.length() > LONGEST_KEY) {
            text.append("? ").append(shown).append('\n').append(" ".repeat(indent));
        } else {
            text.append(shown);
        }
        text.append(':');
    }

    /** A value behind its key, and the end of the line; a text of several lines as a block at this indent. */
    static void value(StringBuilder text, int indent, String value) {
        if (value.indexOf('\n') >= 0 && isLiteral(value)) {
            literal(text, indent, value);
        } else if (isOneLine(value)) {
            text.append(isPlain(value) ? value : quoted(value)).append('\n');
        } else {
            text.append(escaped(value, "\\n\\\n" + " ".repeat(indent))).append('\n');
        }
    }

    /** A value between braces. */
    static String inFlow(String value) {
        return isPlain(value) && !FLOW_SIGN.matcher(value).find() ? value : quoted(value);
    }

    static boolean isOneLine(String value) {
        return value.codePoints().noneMatch(YamlText::isBreak);
    }

    private static boolean isPlain(String value) {
        return PLAIN.matcher(value).matches()
                && !MISREAD.matcher(value).find()
                && RESOLVER.resolve(NodeId.scalar, value, true).equals(Tag.STR);
    }

    private static String quoted(String value) {
        return value.codePoints().allMatch(YamlText::isVerbatim)
                ? "'" + value.replace("'", "''") + "'"
                : escaped(value, "\\n");
    }

    /**
     * Whether a block keeps every character: a reader makes a line feed of any other line break, and takes empty lines
     * between objects for lines of a block that ends with some.
     */
    private static boolean isLiteral(String value) {
        return !value.isBlank()
                && !value.endsWith("\n\n")
                && value.codePoints().allMatch(each -> each == '\n' || isVerbatim(each));
    }

    private static void literal(StringBuilder text, int indent, String value) {
        text.append('|');
        if (value.startsWith(" ") || value.startsWith("\n")) {
            text.append('2');
        }
        if (!value.endsWith("\n")) {
            text.append('-');
        }
        text.append('\n');
        var body = value.endsWith("\n") ? value.substring(0, value.length() - 1) : value;
        for (var line : body.split("\n", -1)) {
            text.append(line.isEmpty() ? "" : " ".repeat(indent) + line).append('\n');
        }
    }

    /** In double quotes, where every character can be written. */
    private static String escaped(String value, String lineFeed) {
        var text = new StringBuilder("\"");
        var lineBegins = false;
        for (var each : value.codePoints().toArray()) {
            // a space at the beginning of a line that goes on is the reader's to skip
            var skipped = lineBegins && (each == ' ' || each == '\t');
            lineBegins = each == '\n' && lineFeed.length() > 2;
            if (skipped) {
                text.append(each == ' ' ? "\\ " : "\\t");
            } else if (each == '\n') {
                text.append(lineFeed);
            } else if (each == '"' || each == '\\') {
                text.append('\\').appendCodePoint(each);
            } else if (isVerbatim(each)) {
                text.appendCodePoint(each);
            } else {
                text.append(String.format(Locale.ROOT, each > 0xFFFF ? "\\U%08X" : "\\u%04X", each));
            }
        }
        return text.append('"').toString();
    }

    private static boolean isVerbatim(int character) {
        return !isBreak(character) && character != '\uFEFF' && StreamReader.isPrintable(character);
    }

    /** The line breaks of YAML 1.1. */
    private static boolean isBreak(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\u0085'
                || character == '\u2028'
                || character == '\u2029';
    }
}
