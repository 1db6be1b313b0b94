package dev.migrations.script;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A name as written in SQL, turned into the one that the catalogue has. */
final class NameText {

    /** NAMEDATALEN - 1 (pg_config_manual.h): longer names are cut, with no more than a notice. */
    private static final int LONGEST = 63;

    private static final Pattern UNICODE_ESCAPE =
            Pattern.compile("\\\\(?:(\\\\)|\\+(\\p{XDigit}{6})|(\\p{XDigit}{4}))");

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    private NameText() {}

    /** A catalogue's name as SQL, in quotes only where it needs them. */
    static String sql(String name) {
        return PLAIN.matcher(name).matches() && !ReservedWords.contain(name) ? name : quote(name);
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String unquote(String written) {
        if (written.startsWith("\"")) {
            return cut(inner(written, 1));
        }
        if (written.endsWith("\"")) {
            return cut(UNICODE_ESCAPE.matcher(inner(written, 3)).replaceAll(NameText::unescape));
        }
        return cut(fold(written));
    }

    private static String inner(String written, int from) {
        return written.substring(from, written.length() - 1).replace("\"\"", "\"");
    }

    private static String unescape(MatchResult escape) {
        var digits = escape.group(2) != null ? escape.group(2) : escape.group(3);
        return digits == null
                ? "\\\\"
                : Character.toString(Integer.parseInt(digits, 16)).replace("$", "\\$");
    }

    /** Only ASCII letters are folded in a multi-byte encoding (downcase_identifier in scansup.c). */
    private static String fold(String written) {
        var ascii = written.chars().allMatch(c -> c < 128);
        if (ascii) {
            return written.toLowerCase(Locale.ROOT);
        }
        var folded = new StringBuilder(written);
        for (var i = 0; i < folded.length(); i++) {
            var c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c + 32));
            }
        }
        return folded.toString();
    }

    private static String cut(String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return name;
        }
        var end = LONGEST;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--; // never inside a character, as pg_mbcliplen
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
