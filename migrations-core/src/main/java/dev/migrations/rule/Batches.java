package dev.migrations.rule;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** Changes of a whole table as many short transactions: as a backfill, or, where there is no key, as a DO block that commits. */
final class Batches {

    private static final String BACKFILL = """
            -- migrations: backfill table=%s key=%s batch=1000
            %s""";
    private static final String WITHOUT_KEY = """
            -- migrations: transaction=none
            do $$
            declare
              pages bigint := pg_relation_size(%4$s) / current_setting('block_size')::bigint;
            begin
              for page in 0..pages by 100 loop
                update %1$s set %2$s = %3$s
                  where ctid >= format('(%%s,0)', page)::tid
                    and ctid < format('(%%s,0)', page + 100)::tid
                    and %2$s is null;
                commit;
              end loop;
            end $$;""";

    /** Most tables have one, where no script says what they have. */
    private static final Identifier USUAL_KEY = new Identifier("id");

    private Batches() {}

    /** A statement that has no WHERE, for so many rows at a time as take half a second. */
    static String byKey(KnownSchema schema, QualifiedName table, String statement) {
        return byKey(table, key(schema, table), statement, "");
    }

    /** The same for those rows only of which a condition holds. */
    static String byKey(KnownSchema schema, QualifiedName table, String statement, String condition) {
        return byKey(table, key(schema, table), statement, " and " + condition);
    }

    /** A statement that has no WHERE, by a key that is known, and what follows its WHERE. */
    static String byKey(QualifiedName table, List<Identifier> key, String statement, String rest) {
        var columns = key.stream().map(Identifier::sql).toList();
        var list = String.join(", ", columns);
        return BACKFILL.formatted(
                table,
                String.join(",", columns),
                "%s where %s between :from and :to%s;"
                        .formatted(statement, columns.size() == 1 ? list : "(" + list + ")", rest));
    }

    /** Gives a column its values in the rows that have none. */
    static String filling(KnownSchema schema, QualifiedName table, Identifier column, String value) {
        return byKey(
                schema, table, "update %s set %s = %s".formatted(table, column, value), "%s is null".formatted(column));
    }

    /** What must be said of a backfill: nothing, where a script says what the table's key is. */
    static String keyAdvice(KnownSchema schema, QualifiedName table) {
        return schema.findKey(table).isPresent()
                ? ""
                : "; put the table's key where this says " + USUAL_KEY + ", if it is another";
    }

    private static List<Identifier> key(KnownSchema schema, QualifiedName table) {
        return List.of(schema.findKey(table).orElse(USUAL_KEY));
    }

    /** Gives a column its values in the rows of a table that has no key yet (ranges of ctid are found since 14). */
    static String fillingWithoutKey(QualifiedName table, Identifier column, String value) {
        return WITHOUT_KEY.formatted(table, column, value, SqlText.literal(table.sql()));
    }
}
