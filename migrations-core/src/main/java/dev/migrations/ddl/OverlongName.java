package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.ScriptException;
import dev.migrations.script.SqlLexer;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A name that is longer than the catalogue can hold, so that the server cuts it (PostgreSQL manual, 4.1.1).
 *
 * @param place   where it stands
 * @param written as the script has it
 * @param kept    what the server makes of it
 */
public record OverlongName(Place place, String written, Identifier kept) {

    /** As many bytes are kept, so that a text without more of them has no such name. */
    private static final int LONGEST = 63;

    /** Those of a statement, and of the body of a {@code DO}; each once, where it stands first. */
    public static List<OverlongName> find(SqlStatement statement) {
        if (statement.length() <= LONGEST) {
            return List.of();
        }
        var start = new Place(statement.location(), statement.offset());
        var found = new ArrayList<OverlongName>();
        try {
            scan(statement.text(), start, found);
            if (statement.command().keywords().equals("DO")) {
                scanBody(new Tokens(statement.text(), start), found);
            }
        } catch (ScriptException | UnreadableException e) {
            return found; // what cannot be read is reported as such
        }
        return found;
    }

    /** Keeps no tokens: an INSERT may be long. */
    private static void scan(String text, Place start, List<OverlongName> found) {
        var lexer = SqlLexer.of(text);
        var places = new TextPlaces(text.getBytes(StandardCharsets.UTF_8), start);
        for (var kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            var isName = kind == TokenKind.WORD || kind == TokenKind.QUOTED_NAME;
            if (isName && lexer.end() - lexer.start() > LONGEST) {
                add(lexer.text(), places.place((int) lexer.start()), found);
            }
        }
    }

    private static void scanBody(Tokens tokens, List<OverlongName> found) {
        while (!tokens.isEnd() && !tokens.at(TokenKind.STRING)) {
            tokens.next();
        }
        var body = LiteralText.find(tokens);
        while (body != null && !body.isEnd()) {
            if (body.token().isName()) {
                add(body.token().text(), body.place(), found);
            }
            body.next();
        }
    }

    private static void add(String written, Place place, List<OverlongName> found) {
        if (Identifier.isCut(written)) {
            var name = new OverlongName(place, written, Identifier.parse(written));
            if (found.stream().noneMatch(other -> other.kept.equals(name.kept))) {
                found.add(name);
            }
        }
    }
}
