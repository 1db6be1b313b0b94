package dev.migrations.ddl;

import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads types, and calls them by one name each (gram.y, Typename and SystemTypeName; pg_type). */
final class TypeReader {

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("smallint", "int2"),
            Map.entry("bigint", "int8"),
            Map.entry("real", "float4"),
            Map.entry("float", "float8"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("boolean", "bool"),
            Map.entry("char", "bpchar"),
            Map.entry("character", "bpchar"),
            Map.entry("nchar", "bpchar"),
            Map.entry("serial", "int4"),
            Map.entry("serial4", "int4"),
            Map.entry("bigserial", "int8"),
            Map.entry("serial8", "int8"),
            Map.entry("smallserial", "int2"),
            Map.entry("serial2", "int2"));
    private static final List<String> INTERVAL_FIELDS =
            List.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "TO");

    private final Tokens tokens;
    private List<String> modifiers = List.of();

    private TypeReader(Tokens tokens) {
        this.tokens = tokens;
    }

    static DataType read(Tokens tokens) {
        return new TypeReader(tokens).read();
    }

    private DataType read() {
        tokens.take("SETOF");
        var mark = tokens.mark();
        var serial = tokens.token().word().matches("(|BIG|SMALL)SERIAL|SERIAL[248]");
        var name = name();
        return new DataType(name, modifiers, array(), serial, tokens.textSince(mark));
    }

    private String name() {
        if (tokens.take("DOUBLE", "PRECISION")) {
            return "float8";
        }
        if (tokens.take("NATIONAL")) {
            if (!tokens.at("CHARACTER") && !tokens.at("CHAR")) {
                throw tokens.unreadable();
            }
            return character();
        }
        if (tokens.at("CHARACTER") || tokens.at("CHAR") || tokens.at("NCHAR")) {
            return character();
        }
        if (tokens.take("BIT")) {
            var varying = tokens.take("VARYING");
            modifiers = modifiers();
            return varying ? "varbit" : "bit";
        }
        if (tokens.at("TIMESTAMP") || tokens.at("TIME")) {
            return time();
        }
        if (tokens.take("INTERVAL")) {
            while (INTERVAL_FIELDS.contains(tokens.token().word())) {
                tokens.next(); // DAY TO SECOND and the like narrow what is stored, not the type
            }
            modifiers = modifiers();
            return "interval";
        }
        return plain();
    }

    private String character() {
        tokens.next();
        var varying = tokens.take("VARYING");
        modifiers = modifiers();
        return varying ? "varchar" : "bpchar";
    }

    private String time() {
        var name = tokens.next().is("TIME") ? "time" : "timestamp";
        modifiers = modifiers();
        if (tokens.take("WITH", "TIME", "ZONE")) {
            return name + "tz";
        }
        tokens.take("WITHOUT", "TIME", "ZONE");
        return name;
    }

    private String plain() {
        var name = tokens.qualifiedName();
        if (tokens.atOperator("%")) {
            tokens.next();
            tokens.expect("TYPE");
            return name.sql() + "%type";
        }
        modifiers = modifiers();
        if (name.schema() == null || name.schema().equals("pg_catalog")) {
            return SHORT.getOrDefault(name.name(), name.name());
        }
        return name.sql();
    }

    private List<String> modifiers() {
        if (!tokens.take(TokenKind.LEFT_PARENTHESIS)) {
            return List.of();
        }
        var found = new ArrayList<String>();
        do {
            var mark = tokens.mark();
            tokens.skipItem();
            found.add(tokens.textSince(mark));
        } while (tokens.take(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return found;
    }

    private boolean array() {
        var array = false;
        while (true) {
            if (tokens.at(TokenKind.LEFT_BRACKET)) {
                tokens.skip();
            } else if (!tokens.take("ARRAY")) {
                return array;
            }
            array = true;
        }
    }
}
