package dev.migrations.docs.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a database as Markdown that shows exactly them, within one line, also in the cell of a table. */
final class MarkdownText {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~!&$^=]");
    private static final Pattern START_OF_LIST = Pattern.compile("^(\\s*)([-+]|[0-9]+[.)])");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n\\u2028\\u2029]");
    private static final Pattern IN_BACKTICKS = Pattern.compile("[^`|\\r\\n\\u2028\\u2029]*\\S");

    private MarkdownText() {}

    /** Running text. */
    static String text(String text) {
        var escaped = SPECIAL.matcher(text.strip()).replaceAll("\\\\$0");
        var started = START_OF_LIST
                .matcher(escaped)
                .replaceFirst(match ->
                        Matcher.quoteReplacement(match.group(1) + match.group(2).replaceFirst("([-+.)])$", "\\\\$1")));
        return LINE_END.matcher(started).replaceAll("<br>");
    }

    /** A piece of SQL. */
    static String code(String code) {
        if (code.isEmpty()) {
            return "";
        }
        if (IN_BACKTICKS.matcher(code).matches() && !code.startsWith(" ")) {
            return "`" + code + "`";
        }
        var escaped = SPECIAL.matcher(code)
                .replaceAll(match -> "&#" + (int) match.group().charAt(0) + ";");
        return "<code>" + LINE_END.matcher(escaped).replaceAll("<br>") + "</code>";
    }

    /** SQL of several lines, between fences that it does not have itself. */
    static String block(String code) {
        var fence = new StringBuilder("```");
        while (code.contains(fence)) {
            fence.append('`');
        }
        return fence + "sql\n" + LINE_END.matcher(code.stripTrailing()).replaceAll("\n") + "\n" + fence;
    }
}
