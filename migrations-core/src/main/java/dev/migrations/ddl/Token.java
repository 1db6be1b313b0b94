package dev.migrations.ddl;

import dev.migrations.script.TokenKind;

/**
 * One token of a statement.
 *
 * @param word  an unquoted word in upper case; else empty
 * @param start in UTF-8 bytes from the start of the statement's text
 * @param end   in UTF-8 bytes from the start of the statement's text
 */
record Token(TokenKind kind, String text, String word, int start, int end) {

    boolean is(String keyword) {
        return word.equals(keyword);
    }

    boolean is(TokenKind wanted) {
        return kind == wanted;
    }

    boolean isName() {
        return kind == TokenKind.WORD || kind == TokenKind.QUOTED_NAME;
    }
}
