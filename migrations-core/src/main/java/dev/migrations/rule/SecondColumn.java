package dev.migrations.rule;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;

/**
 * A column that replaces another one while two versions of the application run.
 *
 * @param column the old one
 * @param name   the new one
 * @param add    how it comes, and is kept in step
 * @param value  what it has in the old rows
 */
record SecondColumn(QualifiedName table, Identifier column, Identifier name, String type, String add, String value) {

    private static final String RETYPED = """
            alter table %1$s add column %3$s %4$s;
            create function %5$s() returns trigger language plpgsql as $$
            begin
              new.%3$s := new.%2$s::%4$s;
              return new;
            end $$;
            create trigger %5$s before insert or update on %1$s
              for each row execute function %5$s();""";

    /** Old instances write the old column and new ones the new column: whichever was written wins. */
    private static final String RENAMED = """
            alter table %1$s add column %3$s %4$s;
            create function %5$s() returns trigger language plpgsql as $$
            begin
              if tg_op = 'INSERT' then
                new.%3$s := coalesce(new.%3$s, new.%2$s);
                new.%2$s := new.%3$s;
              elsif new.%3$s is distinct from old.%3$s then
                new.%2$s := new.%3$s;
              else
                new.%3$s := new.%2$s;
              end if;
              return new;
            end $$;
            create trigger %5$s before insert or update on %1$s
              for each row execute function %5$s();""";

    private static final String LAST = """
            -- migrations: lint-ignore=ban-drop-column because no running version knows %1$s.%2$s
            drop trigger %3$s on %1$s;
            drop function %3$s();
            alter table %1$s drop column %2$s;""";

    /** Of another type. */
    static SecondColumn retyped(QualifiedName table, Identifier column, String type) {
        var second = new Identifier(column.name() + "_new");
        return new SecondColumn(table, column, second, type, RETYPED, "%s::%s".formatted(column, type));
    }

    /** Of another name. */
    static SecondColumn renamed(QualifiedName table, Identifier column, Identifier newName, String type) {
        return new SecondColumn(table, column, newName, type, RENAMED, column.sql());
    }

    /** All it takes, for a column that may hold a null. */
    String[] files(Surroundings around) {
        return addTo(SafeFiles.of(around), around.schema()).add(dropFirst()).toArray();
    }

    /** Adds it, keeps it in step, and fills the old rows. */
    SafeFiles addTo(SafeFiles files, KnownSchema schema) {
        return files.add(add.formatted(table, column, name, type, sync()))
                .addBackfill(Batches.filling(schema, table, name, value));
    }

    /** Takes the old column away. */
    String dropFirst() {
        return LAST.formatted(table, column, sync());
    }

    private Identifier sync() {
        return new Identifier(table.name() + "_" + column.name() + "_sync");
    }
}
