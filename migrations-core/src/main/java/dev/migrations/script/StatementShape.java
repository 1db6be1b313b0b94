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

    void accept(TokenKind kind, String word, SqlLexer lexer) {
        acceptStructural(kind, lexer);
        if (!ignoresWords()) {
            if (copy) {
                followCopy(word);
            } else if (routine) {
                followRoutine(word);
            } else {
                lead(word);
            }
            last = kind;
            lastWord = word;
            lastStart = lexer.start();
            count++;
        }
    }

    /** Whether only parentheses are of interest from here on. */
    boolean ignoresWords() {
        return count > (creates ? 3 : 0) && !routine && !copy;
    }

    /** A token of {@link SqlLexer#nextStructural()}. */
    void acceptStructural(TokenKind kind, SqlLexer lexer) {
        if (kind == TokenKind.LEFT_PARENTHESIS) {
            open(lexer.start());
        } else if (kind == TokenKind.RIGHT_PARENTHESIS) {
            depth = Math.max(0, depth - 1); // one too many is the server's to refuse
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
    private void lead(String word) {
        switch (word) {
            case "COPY" -> copy = count == 0;
            case "CREATE" -> creates = count == 0;
            case "FUNCTION", "PROCEDURE" ->
                routine = creates && (count == 1 || (count == 3 && lastWord.equals("REPLACE")));
            default -> {}
        }
    }

    /** STDOUT after FROM is read as STDIN (copy_file_name in gram.y). */
    private void followCopy(String word) {
        var stdin = word.equals("STDIN") || word.equals("STDOUT");
        copyFromStdin |= depth == 0 && stdin && lastWord.equals("FROM");
    }

    private void followRoutine(String word) {
        if (last == TokenKind.DOT || lastWord.equals("AS")) {
            return; // a name
        }
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
}
