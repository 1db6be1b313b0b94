package dev.migrations.rule;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;

/** How a column is replaced by another one while two versions of the application run. */
final class SecondColumn {

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

    private SecondColumn() {}

    /** Of another type. */
    static String[] retyped(KnownSchema schema, QualifiedName table, Identifier column, String type) {
        var second = nameOfRetyped(column);
        var fill = Batches.filling(schema, table, second, "%s::%s".formatted(column, type));
        return steps(RETYPED.formatted(table, column, second, type, sync(table, column)), fill, table, column);
    }

    static Identifier nameOfRetyped(Identifier column) {
        return new Identifier(column.name() + "_new");
    }

    /** Of another name. */
    static String[] renamed(
            KnownSchema schema, QualifiedName table, Identifier column, Identifier newName, String type) {
        var fill = Batches.filling(schema, table, newName, column.sql());
        return steps(RENAMED.formatted(table, column, newName, type, sync(table, column)), fill, table, column);
    }

    private static String[] steps(String first, String fill, QualifiedName table, Identifier column) {
        return new String[] {first, fill, LAST.formatted(table, column, sync(table, column))};
    }

    private static Identifier sync(QualifiedName table, Identifier column) {
        return new Identifier(table.name() + "_" + column.name() + "_sync");
    }
}
