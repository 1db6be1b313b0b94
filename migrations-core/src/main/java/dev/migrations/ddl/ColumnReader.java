package dev.migrations.ddl;

import dev.migrations.ddl.ColumnDefinition.Generation;
import dev.migrations.script.Identifier;
import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a column's definition (gram.y, columnDef). */
final class ColumnReader {

    private final Tokens tokens;
    private final List<Constraint> constraints = new ArrayList<>();
    private @Nullable Expression defaultValue;
    private Generation generation = Generation.NONE;

    private ColumnReader(Tokens tokens) {
        this.tokens = tokens;
    }

    static ColumnDefinition read(Tokens tokens) {
        return new ColumnReader(tokens).column();
    }

    private ColumnDefinition column() {
        var place = tokens.place();
        var mark = tokens.mark();
        var name = tokens.identifier();
        var type = TypeReader.read(tokens);
        while (!tokens.atItemEnd()) {
            clause(name);
        }
        return new ColumnDefinition(place, name, type, defaultValue, generation, constraints, tokens.textSince(mark));
    }

    private void clause(Identifier column) {
        if (tokens.take("DEFAULT")) {
            defaultValue = ExpressionReader.toNextClause(tokens);
        } else if (tokens.take("COLLATE")) {
            tokens.qualifiedName();
        } else if (tokens.takeAny("STORAGE", "COMPRESSION")) {
            tokens.next();
        } else if (tokens.take("GENERATED")) {
            generated();
        } else if (tokens.take("OPTIONS")) {
            tokens.skip();
        } else if (!tokens.take("NULL")) {
            var constraint = ConstraintReader.findOfColumn(tokens, column);
            if (constraint == null) {
                throw tokens.unreadable();
            }
            constraints.add(constraint);
        }
    }

    private void generated() {
        if (!tokens.take("ALWAYS")) {
            tokens.expect("BY", "DEFAULT");
        }
        tokens.expect("AS");
        if (tokens.take("IDENTITY")) {
            generation = Generation.IDENTITY;
            if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
                tokens.skip();
            }
            return;
        }
        ExpressionReader.inParentheses(tokens);
        if (tokens.take("STORED")) {
            generation = Generation.STORED;
        } else {
            tokens.take("VIRTUAL"); // the default since 18
            generation = Generation.VIRTUAL;
        }
    }
}
