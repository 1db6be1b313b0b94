package dev.migrations.docs.reference;

import dev.migrations.docs.reference.KeyDefinition.Kind;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.SqlLexer;
import dev.migrations.script.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the definition of a key as the server writes it (ruleutils.c, pg_get_constraintdef_worker): key words in capitals,
 * and names that have any in quotes.
 */
final class KeyReader {

    private final byte[] definition;
    private final SqlLexer lexer;
    private TokenKind kind;

    KeyReader(String definition) {
        this.definition = definition.getBytes(StandardCharsets.UTF_8);
        this.lexer = SqlLexer.of(definition);
        this.kind = lexer.next();
    }

    Optional<KeyDefinition> find() {
        var first = lexer.text();
        return switch (first) {
            case "PRIMARY" -> Optional.of(own(Kind.PRIMARY));
            case "UNIQUE" -> Optional.of(own(Kind.UNIQUE));
            case "FOREIGN" -> Optional.of(foreign());
            default -> Optional.empty();
        };
    }

    /** A name alone, as {@code regclass} writes it. */
    QualifiedName name() {
        return table();
    }

    private KeyDefinition own(Kind key) {
        return new KeyDefinition(key, columns(), null, List.of(), rest());
    }

    private KeyDefinition foreign() {
        var columns = columns();
        pass(); // REFERENCES
        var table = table();
        return new KeyDefinition(Kind.FOREIGN, columns, table, columns(), rest());
    }

    /** From anywhere before the opening parenthesis to behind the closing one. */
    private List<String> columns() {
        while (kind != TokenKind.LEFT_PARENTHESIS) {
            pass();
        }
        var columns = new ArrayList<String>();
        while (kind != TokenKind.RIGHT_PARENTHESIS) {
            pass();
            if (isName()) {
                columns.add(part());
            }
        }
        pass();
        return columns;
    }

    private QualifiedName table() {
        var name = part();
        pass();
        if (kind != TokenKind.DOT) {
            return new QualifiedName(null, name);
        }
        pass();
        var table = new QualifiedName(name, part());
        pass();
        return table;
    }

    /** {@code PERIOD} and {@code WITHOUT OVERLAPS} are none. */
    private boolean isName() {
        return kind == TokenKind.QUOTED_NAME
                || (kind == TokenKind.WORD && !lexer.text().matches("[A-Z]+"));
    }

    private String part() {
        return Identifier.parse(lexer.text()).name();
    }

    private void pass() {
        if (kind == TokenKind.END) {
            throw new IllegalStateException("not a key: " + new String(definition, StandardCharsets.UTF_8));
        }
        kind = lexer.next();
    }

    private String rest() {
        var start = (int) lexer.start();
        return new String(definition, start, definition.length - start, StandardCharsets.UTF_8);
    }
}
