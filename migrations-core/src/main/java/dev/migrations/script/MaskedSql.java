package dev.migrations.script;

/**
 * SQL that strangers may see: every string and number is a {@code ?}, comments are left out. What cannot be read for certain,
 * such as the end of a text that the server has cut, is left out as well.
 */
public final class MaskedSql {

    private static final String CUT = "…";

    private MaskedSql() {}

    /** One line, with one blank between what is apart. */
    public static String of(String sql) {
        var lexer = SqlLexer.of(sql);
        var masked = new StringBuilder();
        var end = 0L;
        try {
            for (var kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
                masked.append(gap(end, lexer.start()));
                if (isAmbiguous(kind, lexer.text())) {
                    return masked.append('?').append(CUT).toString();
                }
                masked.append(isLiteral(kind) ? "?" : lexer.text().replace('\n', ' '));
                end = lexer.end();
            }
        } catch (ScriptException e) {
            return masked.append(gap(end, lexer.start())).append(CUT).toString();
        }
        return masked.toString();
    }

    private static String gap(long end, long start) {
        return end > 0 && start > end ? " " : "";
    }

    private static boolean isLiteral(TokenKind kind) {
        return kind == TokenKind.STRING || kind == TokenKind.NUMBER;
    }

    /** Where its session has standard_conforming_strings off, a plain string with a backslash may end elsewhere. */
    private static boolean isAmbiguous(TokenKind kind, String text) {
        return kind == TokenKind.STRING && text.charAt(0) == '\'' && text.indexOf('\\') >= 0;
    }
}
