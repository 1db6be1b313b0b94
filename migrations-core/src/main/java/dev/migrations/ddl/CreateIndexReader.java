package dev.migrations.ddl;

import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code CREATE INDEX} (gram.y, IndexStmt). */
final class CreateIndexReader {

    private CreateIndexReader() {}

    /** From behind {@code CREATE} on. */
    static DdlStatement read(Tokens tokens, Place place) {
        var unique = tokens.take("UNIQUE");
        tokens.expect("INDEX");
        var concurrently = tokens.take("CONCURRENTLY");
        var ifNotExists = tokens.take("IF", "NOT", "EXISTS");
        var name = tokens.at("ON") ? null : tokens.identifier();
        tokens.expect("ON");
        var only = tokens.take("ONLY");
        var table = tokens.qualifiedName();
        var mark = tokens.mark();
        if (tokens.take("USING")) {
            tokens.identifier();
        }
        var columns = columns(tokens);
        tokens.skipRest();
        return new CreateIndex(
                place, name, table, unique, concurrently, ifNotExists, only, columns, tokens.textSince(mark));
    }

    private static List<String> columns(Tokens tokens) {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        var columns = new ArrayList<String>();
        do {
            var mark = tokens.mark();
            tokens.skipItem();
            columns.add(tokens.textSince(mark));
        } while (tokens.take(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return columns;
    }
}
