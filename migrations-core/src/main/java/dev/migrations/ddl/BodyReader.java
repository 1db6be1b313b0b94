package dev.migrations.ddl;

import dev.migrations.ddl.DdlStatement.NotUnderstood;
import dev.migrations.ddl.DdlStatement.Other;
import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the SQL statements in a PL/pgSQL block (PostgreSQL manual, chapter 41): wherever control may lead, each of them may
 * run.
 */
final class BodyReader {

    private final Tokens body;
    private final List<DdlStatement> statements = new ArrayList<>();
    private boolean declaring;

    BodyReader(Tokens body) {
        this.body = body;
    }

    /** All of them, those in branches and loops too. */
    List<DdlStatement> statements() {
        while (!body.isEnd()) {
            passControl();
            var start = body.token().start();
            while (!body.isEnd() && !body.at(TokenKind.SEMICOLON)) {
                body.skip();
            }
            if (body.token().start() > start && !declaring) {
                add(body.piece(start, body.token().start()));
            }
            body.take(TokenKind.SEMICOLON);
        }
        return statements;
    }

    /** The words that lead from one statement to the next. */
    private void passControl() {
        while (true) {
            if (body.atOperator("<<")) {
                body.next();
                body.identifier();
                body.next();
            } else if (body.take("DECLARE")) {
                declaring = true;
            } else if (body.take("BEGIN")) {
                declaring = false;
            } else if (declaring || !passBranch()) {
                return;
            }
        }
    }

    private boolean passBranch() {
        switch (body.token().word()) {
            case "ELSE", "LOOP", "EXCEPTION" -> body.next();
            case "IF", "ELSIF", "ELSEIF", "CASE", "WHEN" -> passTo("THEN");
            case "WHILE", "FOR", "FOREACH" -> passTo("LOOP");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void passTo(String word) {
        while (!body.at(word)) {
            if (body.at(TokenKind.SEMICOLON)) {
                throw body.unreadable();
            }
            body.skip();
        }
        body.next();
    }

    private void add(Tokens piece) {
        if (piece.at("END")) {
            return;
        }
        if (piece.at("EXECUTE")) {
            statements.add(executed(piece));
            return;
        }
        var place = piece.place();
        var command = piece.token().word();
        var statement = DdlReader.read(piece, place);
        var intoVariable = statement instanceof CreateTable && !command.equals("CREATE"); // SELECT … INTO, here
        statements.add(intoVariable ? new Other(place, command) : statement);
    }

    /** {@code EXECUTE 'create …'} is as good as the statement; a text that is put together is not known. */
    private static DdlStatement executed(Tokens piece) {
        var place = piece.place();
        piece.next();
        var text = LiteralText.find(piece);
        if (text == null
                || !(piece.token(1).is(TokenKind.END) || piece.token(1).word().matches("USING|INTO"))) {
            return new NotUnderstood(place, "a statement that is put together when it runs");
        }
        return DdlReader.read(text, text.place());
    }
}
