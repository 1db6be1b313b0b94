package dev.migrations.rule;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;

/** A plain column that a trigger computes of its row, as PostgreSQL does it for a stored generated one. */
record ComputedColumn(QualifiedName table, Identifier name, String type, String value) {

    /** The row goes by the table's name, so that the expression stays as it is written. */
    private static final String ADD = """
            alter table %1$s add column %2$s %3$s;
            create function %5$s() returns trigger language plpgsql as $$
            begin
              new.%2$s := (select %4$s from (select new.*) as %6$s);
              return new;
            end $$;
            create trigger %7$s before insert or update on %1$s
              for each row execute function %5$s();""";

    /** Adds it, lets the trigger compute it from then on, and fills the old rows. */
    SafeFiles files(Surroundings around) {
        return SafeFiles.of(around).add(add()).addBackfill(Batches.filling(around.schema(), table, name, value));
    }

    private String add() {
        var trigger = new Identifier(table.name() + "_" + name.name() + "_fill");
        var function = new QualifiedName(table.schema(), trigger.name());
        return ADD.formatted(table, name, type, value, function, new Identifier(table.name()), trigger);
    }
}
