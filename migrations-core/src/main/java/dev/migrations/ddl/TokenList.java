package dev.migrations.ddl;

import dev.migrations.script.ScriptException;
import dev.migrations.script.SqlLexer;
import dev.migrations.script.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tokens of a text, read only as far as somebody looks, for an INSERT may be long. */
final class TokenList {

    private final SqlLexer lexer;
    private final byte[] text;
    private final TextPlaces places;
    private final List<Token> read = new ArrayList<>();

    /** @param start where the text's first character stands in its file */
    TokenList(String text, Place start) {
        this.lexer = SqlLexer.of(text);
        this.text = text.getBytes(StandardCharsets.UTF_8);
        this.places = new TextPlaces(this.text, start);
    }

    /** The token with this number, from 0; behind the last one, the end. */
    Token get(int index) {
        while (read.size() <= index) {
            if (!read.isEmpty() && read.get(read.size() - 1).is(TokenKind.END)) {
                return read.get(read.size() - 1);
            }
            read.add(scan());
        }
        return read.get(index);
    }

    private Token scan() {
        try {
            var kind = lexer.next();
            var written = lexer.text();
            var word = kind == TokenKind.WORD ? written.toUpperCase(Locale.ROOT) : "";
            return new Token(kind, written, word, (int) lexer.start(), (int) lexer.end());
        } catch (ScriptException e) {
            throw new UnreadableException("a string or comment that is never closed");
        }
    }

    /** The tokens from one to before another, which were read already, with one blank where the text has any. */
    String text(int from, int to) {
        var written = new StringBuilder();
        for (var i = from; i < to; i++) {
            if (i > from && read.get(i - 1).end() < read.get(i).start()) {
                written.append(' ');
            }
            written.append(read.get(i).text());
        }
        return written.toString();
    }

    Place place(int offset) {
        return places.place(offset);
    }

    /** The text between two of its bytes. */
    Tokens piece(int from, int to) {
        return new Tokens(new String(text, from, to - from, StandardCharsets.UTF_8), places.place(from));
    }
}
