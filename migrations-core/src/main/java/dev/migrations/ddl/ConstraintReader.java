package dev.migrations.ddl;

import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.Constraint.Validity;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one constraint of a table, a column or a domain (gram.y, TableConstraint, ColConstraint, DomainConstraint). */
final class ConstraintReader {

    private final Tokens tokens;
    private final Place place;
    private final @Nullable Identifier name;
    private List<Identifier> columns;
    private @Nullable QualifiedName references;
    private @Nullable Expression condition;
    private @Nullable Identifier index;
    private Validity validity = Validity.VALID;

    private ConstraintReader(Tokens tokens, List<Identifier> columns) {
        this.tokens = tokens;
        this.columns = columns;
        this.place = tokens.place();
        this.name = tokens.take("CONSTRAINT") ? tokens.identifier() : null;
    }

    /** Whether a constraint of the table starts here, and no column. */
    static boolean isTableConstraint(Tokens tokens) {
        return switch (tokens.token().word()) {
            case "CONSTRAINT", "CHECK", "UNIQUE", "PRIMARY", "FOREIGN" -> true;
            case "NOT" -> tokens.at("NOT", "NULL");
            case "EXCLUDE" ->
                tokens.token(1).is("USING") || tokens.token(1).is(TokenKind.LEFT_PARENTHESIS); // else a column's name
            default -> false;
        };
    }

    static Constraint ofTable(Tokens tokens) {
        var reader = new ConstraintReader(tokens, List.of());
        var mark = tokens.mark();
        var kind = reader.table();
        return reader.finish(kind, mark);
    }

    /** Null where a clause stands that is no constraint. */
    static @Nullable Constraint findOfColumn(Tokens tokens, Identifier column) {
        var reader = new ConstraintReader(tokens, List.of(column));
        var mark = tokens.mark();
        var kind = reader.column();
        if (kind == null && reader.name != null) {
            throw tokens.unreadable();
        }
        return kind == null ? null : reader.finish(kind, mark);
    }

    static Constraint ofDomain(Tokens tokens) {
        var reader = new ConstraintReader(tokens, List.of());
        var mark = tokens.mark();
        var kind = reader.column();
        if (kind != Kind.CHECK && kind != Kind.NOT_NULL) {
            throw tokens.unreadable();
        }
        return reader.finish(kind, mark);
    }

    private Kind table() {
        switch (tokens.next().word()) {
            case "CHECK" -> {
                condition = ExpressionReader.inParentheses(tokens);
                return Kind.CHECK;
            }
            case "NOT" -> {
                tokens.expect("NULL");
                columns = List.of(tokens.identifier());
                return Kind.NOT_NULL;
            }
            case "UNIQUE" -> {
                nulls();
                keyOrIndex();
                return Kind.UNIQUE;
            }
            case "PRIMARY" -> {
                tokens.expect("KEY");
                keyOrIndex();
                return Kind.PRIMARY_KEY;
            }
            case "FOREIGN" -> {
                tokens.expect("KEY");
                columns = KeyReader.columns(tokens);
                references = KeyReader.references(tokens);
                return Kind.FOREIGN_KEY;
            }
            case "EXCLUDE" -> {
                exclude();
                return Kind.EXCLUDE;
            }
            default -> throw tokens.unreadable();
        }
    }

    private @Nullable Kind column() {
        if (tokens.take("NOT", "NULL")) {
            return Kind.NOT_NULL;
        }
        if (tokens.take("CHECK")) {
            condition = ExpressionReader.inParentheses(tokens);
            return Kind.CHECK;
        }
        if (tokens.take("UNIQUE")) {
            nulls();
            indexParameters();
            return Kind.UNIQUE;
        }
        if (tokens.take("PRIMARY", "KEY")) {
            indexParameters();
            return Kind.PRIMARY_KEY;
        }
        if (tokens.at("REFERENCES")) {
            references = KeyReader.references(tokens);
            return Kind.FOREIGN_KEY;
        }
        return null;
    }

    private void nulls() {
        if (tokens.take("NULLS")) {
            tokens.take("NOT");
            tokens.expect("DISTINCT");
        }
    }

    private void keyOrIndex() {
        if (tokens.take("USING", "INDEX")) {
            if (tokens.take("TABLESPACE")) {
                throw tokens.unreadable();
            }
            index = tokens.identifier();
        } else {
            columns = KeyReader.columns(tokens);
            indexParameters();
        }
    }

    private void indexParameters() {
        if (tokens.take("INCLUDE")) {
            tokens.identifiersInParentheses();
        }
        if (tokens.take("WITH")) {
            parentheses();
        }
        if (tokens.take("USING", "INDEX", "TABLESPACE")) {
            tokens.identifier();
        }
    }

    private void parentheses() {
        if (!tokens.at(TokenKind.LEFT_PARENTHESIS)) {
            throw tokens.unreadable();
        }
        tokens.skip();
    }

    private void exclude() {
        if (tokens.take("USING")) {
            tokens.identifier();
        }
        parentheses();
        indexParameters();
        if (tokens.take("WHERE")) {
            parentheses();
        }
    }

    private Constraint finish(Kind kind, int mark) {
        var definition = new StringBuilder(tokens.textSince(mark));
        while (true) {
            var attribute = tokens.mark();
            if (tokens.take("NOT", "VALID")) {
                validity = Validity.NOT_VALID;
            } else if (tokens.take("NOT", "ENFORCED")) {
                validity = Validity.NOT_ENFORCED;
            } else if (takeAttribute()) {
                definition.append(' ').append(tokens.textSince(attribute));
            } else {
                return new Constraint(
                        place, name, kind, columns, references, condition, index, validity, definition.toString());
            }
        }
    }

    private boolean takeAttribute() {
        return tokens.takeAny("DEFERRABLE", "ENFORCED")
                || tokens.take("NOT", "DEFERRABLE")
                || tokens.take("INITIALLY", "DEFERRED")
                || tokens.take("INITIALLY", "IMMEDIATE")
                || tokens.take("NO", "INHERIT");
    }
}
