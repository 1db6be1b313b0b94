package dev.migrations.rule;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;

/** Changes of a whole table as many short transactions; a DO block may commit where no transaction is open around it. */
final class Batches {

    private static final String BY_KEY = """
            -- migrations: transaction=none
            do $$
            declare
              low bigint;
              high bigint;
            begin
              select min(id), max(id) into low, high from %1$s;
              while low <= high loop
                %2$s where id between low and low + 999;
                commit;
                low := low + 1000;
              end loop;
            end $$;""";
    private static final String FILLING = """
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

    /** A statement that has no WHERE, for a thousand values of {@code id} at a time. */
    static String byKey(QualifiedName table, String statement) {
        return BY_KEY.formatted(table, statement);
    }

    /** Gives a new column its values in the rows that are there; needs no key (ranges of ctid are found since 14). */
    static String filling(QualifiedName table, Identifier column, String value) {
        return FILLING.formatted(table, column, value, SqlText.literal(table.sql()));
    }
}
