package dev.migrations.database;

import dev.migrations.script.BackfillDirective;
import dev.migrations.script.SqlScript;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The key that a backfill goes by, as the catalogue has it.
 *
 * @param table   the table's name, qualified and quoted where it must be
 * @param columns the key's, in its order
 * @param types   of these columns, in the same order
 */
record BackfillKey(String table, List<String> columns, List<String> types) {

    /**
     * A key will do if an index holds it in one order and without gaps: unique (also inside a transaction), of the whole
     * table, a plain B-tree of the types' own order, and NOT NULL in every column.
     */
    private static final String SELECT_KEY = """
            with target as (
                select c.oid, c.relkind in ('r', 'p') as is_table, c.oid::regclass::text as name
                from pg_catalog.pg_class c
                where c.oid = to_regclass(?)),
            keys as (
                select i.indexrelid, array_agg(a.attname::text order by k.place) as columns,
                       bool_and(a.attnotnull) as not_null
                from target t
                join pg_catalog.pg_index i on i.indrelid = t.oid
                cross join lateral unnest(string_to_array(i.indkey::text, ' ')::smallint[])
                    with ordinality as k (attnum, place)
                join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                where i.indisunique and i.indisvalid and i.indimmediate and i.indpred is null and i.indexprs is null
                  and k.place <= i.indnkeyatts
                  and not exists (
                      select from unnest(string_to_array(i.indclass::text, ' ')::oid[]) as o (oid)
                      join pg_catalog.pg_opclass p on p.oid = o.oid
                      join pg_catalog.pg_am m on m.oid = p.opcmethod
                      where m.amname <> 'btree' or not p.opcdefault)
                  and string_to_array(i.indoption::text, ' ') <@ array['0']
                group by i.indexrelid),
            wanted as (
                select w.name, w.place, a.attnum, a.attnotnull, pg_catalog.format_type(a.atttypid, -1) as type
                from target t
                cross join unnest(?::text[]) with ordinality as w (name, place)
                left join pg_catalog.pg_attribute a
                    on a.attrelid = t.oid and a.attname = w.name and a.attnum > 0 and not a.attisdropped)
            select t.name, t.is_table,
                   (select array_agg(w.name order by w.place) from wanted w where w.attnum is null) as unknown,
                   (select array_agg(w.name order by w.place) from wanted w where not w.attnotnull) as nullable,
                   (select array_agg(w.type order by w.place) from wanted w) as types,
                   exists (select from keys k where k.columns = ?::text[]) as fits,
                   (select array_agg(array_to_string(k.columns, ',') order by k.indexrelid)
                    from keys k where k.not_null) as others
            from target t""";

    BackfillKey {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    /**
     * Reads it, in the transaction that is open on the connection, or in one of its own.
     *
     * @throws StatementFailedException if the table has no such key, or is none; the failure says which keys would do
     */
    static BackfillKey read(Connection connection, SqlScript script, BackfillDirective directive) throws SQLException {
        var columns = literal(directive.key());
        try (var statement = connection.prepareStatement(SELECT_KEY)) {
            statement.setString(1, directive.table().quoted());
            statement.setString(2, columns);
            statement.setString(3, columns);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw BackfillProblems.noTable(script, directive);
                }
                return read(rows, script, directive);
            }
        }
    }

    private static BackfillKey read(ResultSet row, SqlScript script, BackfillDirective directive) throws SQLException {
        if (!row.getBoolean("is_table")) {
            throw BackfillProblems.notATable(script, directive);
        }
        var others = texts(row, "others");
        var unknown = texts(row, "unknown");
        if (!unknown.isEmpty()) {
            throw BackfillProblems.noColumn(script, directive, unknown.get(0), others);
        }
        var nullable = texts(row, "nullable");
        if (!nullable.isEmpty()) {
            throw BackfillProblems.nullable(script, directive, nullable.get(0), others);
        }
        if (!row.getBoolean("fits")) {
            throw BackfillProblems.noKey(script, directive, others);
        }
        return new BackfillKey(row.getString("name"), directive.key(), texts(row, "types"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(BackfillRows.findTexts(row, column)).orElse(List.of());
    }

    /** An array's text, as the server reads it. */
    static String literal(List<String> values) {
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The columns as a list in SQL. */
    String list() {
        return columns.stream().map(TableName::quote).collect(Collectors.joining(", "));
    }

    /** The columns as they are written, each as text. */
    String texts() {
        return columns.stream()
                .map(column -> TableName.quote(column) + "::text")
                .collect(Collectors.joining(", "));
    }

    /** The columns from the highest to the lowest. */
    String descending() {
        return columns.stream().map(column -> TableName.quote(column) + " desc").collect(Collectors.joining(", "));
    }

    /** A row of values to compare with the columns; each {@code ?} takes the text of one. */
    String values() {
        return cast(Collections.nCopies(types.size(), "?"));
    }

    /** These expressions, each with the type of its column. */
    String cast(List<String> expressions) {
        var parts = new StringBuilder(types.size() == 1 ? "" : "row(");
        for (var i = 0; i < types.size(); i++) {
            parts.append(i == 0 ? "" : ", ")
                    .append("cast(")
                    .append(expressions.get(i))
                    .append(" as ")
                    .append(types.get(i))
                    .append(')');
        }
        return parts.append(types.size() == 1 ? "" : ")").toString();
    }

    /** One key for a person: {@code id = 42}, or {@code (tenant_id, id) = (1, 42)}. */
    String shown(List<String> values) {
        return columns.size() == 1
                ? columns.get(0) + " = " + values.get(0)
                : "(" + String.join(", ", columns) + ") = (" + String.join(", ", values) + ")";
    }
}
