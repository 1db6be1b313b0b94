package dev.migrations.ddl;

import dev.migrations.ddl.DdlStatement.NotUnderstood;
import dev.migrations.ddl.DdlStatement.Other;
import dev.migrations.ddl.DdlStatement.TransactionControl;
import dev.migrations.ddl.DdlStatement.TransactionControl.Verb;
import dev.migrations.script.TokenKind;

/** Gives a statement to the reader of its family. */
final class DdlReader {

    private DdlReader() {}

    static DdlStatement read(String text, Place start) {
        return read(new Tokens(text, start), start);
    }

    static DdlStatement read(Tokens tokens, Place start) {
        var place = start;
        try {
            place = tokens.place();
            return dispatch(tokens, place);
        } catch (UnreadableException e) {
            return new NotUnderstood(place, String.valueOf(e.getMessage()));
        }
    }

    private static DdlStatement dispatch(Tokens tokens, Place place) {
        var first = tokens.next().word();
        return switch (first) {
            case "ALTER" -> AlterReader.read(tokens, place);
            case "CREATE" -> CreateReader.read(tokens, place);
            case "DROP" -> DropReader.read(tokens, place);
            case "INSERT", "UPDATE", "DELETE", "TRUNCATE", "COPY" -> RowChangeReader.read(first, tokens, place);
            case "WITH" -> RowChangeReader.behindWith(tokens, place);
            case "SELECT" -> SelectReader.read(tokens, place);
            case "VACUUM", "CLUSTER", "REPACK", "REINDEX", "REFRESH", "LOCK" ->
                MaintenanceReader.read(first, tokens, place);
            case "SET", "RESET" -> SettingReader.read(first, tokens, place);
            case "DO" -> DoReader.read(tokens, place);
            case "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE" ->
                transaction(first, tokens, place);
            default -> new Other(place, first);
        };
    }

    private static DdlStatement transaction(String first, Tokens tokens, Place place) {
        return switch (first) {
            case "BEGIN" -> new TransactionControl(place, Verb.BEGIN);
            case "START" -> new TransactionControl(place, Verb.BEGIN);
            case "COMMIT", "END" ->
                tokens.at("PREPARED") ? new Other(place, first) : new TransactionControl(place, Verb.COMMIT);
            case "SAVEPOINT", "RELEASE" -> new TransactionControl(place, Verb.SAVEPOINT);
            case "PREPARE" ->
                tokens.at("TRANSACTION")
                        ? new TransactionControl(place, Verb.ROLLBACK) // the transaction is no longer this session's
                        : new Other(place, first);
            default -> {
                if (tokens.at("PREPARED")) {
                    yield new Other(place, first);
                }
                while (!tokens.isEnd() && !tokens.at("TO") && !tokens.at(TokenKind.SEMICOLON)) {
                    tokens.next();
                }
                yield new TransactionControl(place, tokens.at("TO") ? Verb.SAVEPOINT : Verb.ROLLBACK);
            }
        };
    }
}
