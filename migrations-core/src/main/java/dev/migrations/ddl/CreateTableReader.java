package dev.migrations.ddl;

import dev.migrations.script.QualifiedName;
import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE TABLE} (gram.y, CreateStmt and CreateAsStmt). */
final class CreateTableReader {

    private final Tokens tokens;
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private @Nullable QualifiedName partitionOf;

    private CreateTableReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** From behind {@code TABLE} on. */
    static DdlStatement read(Tokens tokens, Place place, boolean temporary) {
        var ifNotExists = tokens.take("IF", "NOT", "EXISTS");
        var table = tokens.qualifiedName();
        var reader = new CreateTableReader(tokens);
        reader.body();
        return new CreateTable(
                place, table, ifNotExists, temporary, reader.partitionOf, reader.columns, reader.constraints);
    }

    private void body() {
        if (tokens.take("PARTITION", "OF")) {
            partitionOf = tokens.qualifiedName();
        } else if (tokens.take("OF")) {
            tokens.qualifiedName();
        }
        if (tokens.at(TokenKind.LEFT_PARENTHESIS) && !isNameList()) {
            elements();
        }
        tokens.skipRest(); // INHERITS, PARTITION BY, WITH, TABLESPACE, or a query
    }

    /** {@code CREATE TABLE t (a, b) AS …}. */
    private boolean isNameList() {
        if (tokens.token(1).is(TokenKind.RIGHT_PARENTHESIS) || !tokens.token(1).isName()) {
            return false;
        }
        return tokens.token(2).is(TokenKind.COMMA)
                || (tokens.token(2).is(TokenKind.RIGHT_PARENTHESIS)
                        && tokens.token(3).is("AS"));
    }

    private void elements() {
        tokens.next();
        if (tokens.take(TokenKind.RIGHT_PARENTHESIS)) {
            return;
        }
        do {
            element();
        } while (tokens.take(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
    }

    private void element() {
        if (ConstraintReader.isTableConstraint(tokens)) {
            constraints.add(ConstraintReader.ofTable(tokens));
        } else if (tokens.at("LIKE") || isTyped()) {
            tokens.skipItem();
        } else {
            columns.add(ColumnReader.read(tokens));
        }
    }

    /** {@code a WITH OPTIONS …}, or {@code a DEFAULT 1} in a partition: the type is the parent's. */
    private boolean isTyped() {
        return tokens.token(1).is("WITH")
                || (partitionOf != null
                        && tokens.token(1).word().matches("DEFAULT|NOT|CHECK|CONSTRAINT|UNIQUE|PRIMARY"));
    }
}
