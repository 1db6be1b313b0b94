package dev.migrations.rule;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;

/** Changes of a whole table as many short transactions: as a backfill, or, where there is no key, as a DO block that commits. */
final class Batches {

    private static final String BACKFILL = """
            -- migrations: backfill table=%1$s key=%2$s batch=1000
            %3$s where %2$s between :from and :to%4$s;""";
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

    private Batches() {}

    /** A statement that has no WHERE, for so many rows at a time as take half a second. */
    static String byKey(KnownSchema schema, QualifiedName table, String statement) {
        return BACKFILL.formatted(table, key(schema, table), statement, "");
    }

    /** Gives a column its values in the rows that have none. */
    static String filling(KnownSchema schema, QualifiedName table, Identifier column, String value) {
        var update = "update %s set %s = %s".formatted(table, column, value);
        return BACKFILL.formatted(table, key(schema, table), update, " and %s is null".formatted(column));
    }

    /** Most tables have an id, where no script says what they have. */
    private static Identifier key(KnownSchema schema, QualifiedName table) {
        return schema.findKey(table).orElseGet(() -> new Identifier("id"));
    }

    /** Gives a new column its values in the rows that are there; needs no key (ranges of ctid are found since 14). */
    static String fillingWithoutKey(QualifiedName table, Identifier column, String value) {
        return WITHOUT_KEY.formatted(table, column, value, SqlText.literal(table.sql()));
    }
}
