package dev.migrations.alter;

import dev.migrations.schema.ObjectName;
import java.util.Set;
import java.util.regex.Pattern;

/** What objects are called in SQL: names with schemas, in quotes only where PostgreSQL asks for them. */
final class SqlName {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Key words that are more than unreserved, up to PostgreSQL 18. */
    private static final Set<String> KEY_WORDS = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast
            char character check coalesce collate collation column concurrently constraint create cross current_catalog
            current_date current_role current_schema current_time current_timestamp current_user dec decimal default deferrable
            desc distinct do else end except exists extract false fetch float for foreign freeze from full grant greatest group
            grouping having ilike in initially inner inout int integer intersect interval into is isnull join json json_array
            json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize json_table json_value
            lateral leading least left like limit localtime localtimestamp merge_action national natural nchar none normalize
            not notnull null nullif numeric offset on only or order out outer overlaps overlay placing position precision
            primary real references returning right row select session_user setof similar smallint some substring symmetric
            system_user table tablesample then time timestamp to trailing treat trim true union unique user using values
            varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest
            xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable""".split("\\s+"));

    private SqlName() {}

    static String quoted(String identifier) {
        return PLAIN.matcher(identifier).matches() && !KEY_WORDS.contains(identifier)
                ? identifier
                : "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** A role, which a snapshot calls {@code public} where it is everybody. */
    static String role(String name) {
        return quoted(name);
    }

    static String literal(String text) {
        return (text.contains("\\") ? "E" : "") + "'"
                + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    static String qualified(String schema, String name) {
        return schema.isEmpty() ? quoted(name) : quoted(schema) + "." + quoted(name);
    }

    /** The table, view or domain that a part belongs to. */
    static String whole(ObjectName part) {
        return qualified(part.schema(), part.relation());
    }

    /** Its name alone, with its schema; of a part of a table with the table's schema, which is how an index is called. */
    static String of(ObjectName name) {
        return switch (name.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE -> qualified(name.schema(), bare(name)) + signature(name);
            case OPERATOR -> quoted(name.schema()) + "." + bare(name) + operands(name);
            case OPERATOR_CLASS, OPERATOR_FAMILY -> qualified(name.schema(), bare(name)) + " using " + method(name);
            case CAST -> name.name();
            case TRANSFORM -> {
                var end = name.name().lastIndexOf(" language ");
                yield name.name().substring(0, end + 10) + quoted(name.name().substring(end + 10));
            }
            case USER_MAPPING -> {
                var end = name.name().lastIndexOf(" on ");
                yield "for " + role(name.name().substring(0, end)) + " server "
                        + quoted(name.name().substring(end + 4));
            }
            default -> qualified(name.schema(), name.name());
        };
    }

    /** With its kind, as it stands behind {@code comment on}, and mostly behind {@code drop}. */
    static String reference(ObjectName name) {
        return switch (name.kind()) {
            case COLUMN -> "column " + whole(name) + "." + quoted(name.name());
            case CONSTRAINT, TRIGGER, RULE, POLICY -> name.kind() + " " + quoted(name.name()) + " on " + whole(name);
            default -> name.kind() + " " + of(name);
        };
    }

    /** Of what has arguments or a method in its name: the name without. */
    static String bare(ObjectName name) {
        return switch (name.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE, OPERATOR -> name.name().substring(0, opening(name));
            case OPERATOR_CLASS, OPERATOR_FAMILY ->
                name.name().substring(0, name.name().lastIndexOf(" using "));
            default -> name.name();
        };
    }

    private static String method(ObjectName name) {
        return quoted(name.name().substring(name.name().lastIndexOf(" using ") + 7));
    }

    /** The argument types in parentheses; they stand quoted in a snapshot. */
    private static String signature(ObjectName name) {
        return name.name().substring(opening(name));
    }

    private static String operands(ObjectName name) {
        var signature = signature(name);
        return signature.contains(", ") ? signature : "(none, " + signature.substring(1);
    }

    /** The parenthesis that the last one closes: a function's own name may have some. */
    private static int opening(ObjectName name) {
        var text = name.name();
        var depth = 0;
        var quoted = false;
        for (var i = text.length() - 1; i >= 0; i--) {
            var each = text.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (!quoted && each == ')') {
                depth++;
            } else if (!quoted && each == '(') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        throw new IllegalArgumentException("no argument types in " + name);
    }
}
