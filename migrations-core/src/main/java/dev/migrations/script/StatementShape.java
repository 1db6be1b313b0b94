package dev.migrations.script;

import java.util.Arrays;

/**
 * Where a statement may end: a semicolon inside parentheses or inside a routine's {@code BEGIN ATOMIC … END} does not end it.
 *
 * <p>psql counts words to know a routine's body (identifier_count and begin_depth in psqlscan.l) and takes a column named
 * {@code end} for its end. Here the grammar decides (routine_body_stmt_list in gram.y): the body's {@code END} follows a
 * semicolon or {@code ATOMIC}; every other one ends a {@code CASE} or is a name.
 */
final class StatementShape {

    private static final int NONE = -1;

    private long[] open = new long[16];
    private int depth;
    private int count;
    private boolean creates;
    private boolean routine;
    private boolean copy;
    private boolean copyFromStdin;
    private long body = NONE;
    private int cases;
    private String lastWord = "";
    private TokenKind last = TokenKind.END;
    private long lastStart;

    void restart() {
        depth = 0;
        count = 0;
        creates = false;
        routine = false;
        copy = false;
        copyFromStdin = false;
        body = NONE;
        cases = 0;
        lastWord = "";
        last = TokenKind.END;
    }

    void accept(TokenKind kind, SqlLexer lexer) {
        switch (kind) {
            case LEFT_PARENTHESIS -> open(lexer.start());
            case RIGHT_PARENTHESIS -> depth = Math.max(0, depth - 1); // one too many is the server's to refuse
            default -> {}
        }
        if (count < 4) {
            lead(kind, lexer);
            count++;
        } else if (routine || copy) {
            follow(kind, lexer);
        }
    }

    /** Whether a semicolon here is the statement's own. */
    boolean endsAtSemicolon() {
        return depth == 0 && body == NONE;
    }

    boolean isCopyFromStdin() {
        return copyFromStdin;
    }

    boolean isInParentheses() {
        return depth > 0;
    }

    /** Where the innermost parenthesis that is still open stands. */
    long parenthesis() {
        return open[depth - 1];
    }

    boolean isInBody() {
        return body != NONE;
    }

    /** Where the body's {@code BEGIN} stands. */
    long body() {
        return body;
    }

    private void open(long offset) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = offset;
    }

    /** {@code CREATE [OR REPLACE] FUNCTION | PROCEDURE}, {@code COPY}. */
    private void lead(TokenKind kind, SqlLexer lexer) {
        var word = kind == TokenKind.WORD ? lexer.keyword() : "";
        if (count == 0) {
            creates = word.equals("CREATE");
            copy = word.equals("COPY");
        } else if (creates && (word.equals("FUNCTION") || word.equals("PROCEDURE"))) {
            routine = count == 1 || (count == 3 && lastWord.equals("REPLACE"));
        } else if (copy) {
            follow(kind, lexer);
            return;
        }
        remember(kind, word, lexer.start());
    }

    private void follow(TokenKind kind, SqlLexer lexer) {
        var word = kind == TokenKind.WORD ? lexer.keyword() : "";
        if (copy) {
            // STDOUT after FROM is read as STDIN (copy_file_name in gram.y)
            var stdin = word.equals("STDIN") || word.equals("STDOUT");
            copyFromStdin |= depth == 0 && stdin && lastWord.equals("FROM");
        } else if (last != TokenKind.DOT && !lastWord.equals("AS")) {
            followBody(word);
        }
        remember(kind, word, lexer.start());
    }

    private void followBody(String word) {
        switch (word) {
            case "ATOMIC" -> {
                if (body == NONE && depth == 0 && lastWord.equals("BEGIN")) {
                    body = lastStart;
                }
            }
            case "CASE" -> {
                if (body != NONE) {
                    cases++;
                }
            }
            case "END" -> {
                if (body != NONE && cases > 0) {
                    cases--;
                } else if (depth == 0 && (last == TokenKind.SEMICOLON || lastWord.equals("ATOMIC"))) {
                    body = NONE;
                }
            }
            default -> {}
        }
    }

    private void remember(TokenKind kind, String word, long start) {
        last = kind;
        lastWord = word;
        lastStart = start;
    }
}
