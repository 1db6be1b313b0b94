package dev.migrations.rule;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;

/** How a column becomes NOT NULL without a scan under a strong lock. */
final class SafeNotNull {

    private SafeNotNull() {}

    static String[] steps(QualifiedName table, Identifier column, ServerVersion server) {
        return server.isAtLeast(18) ? byConstraint(table, column) : byCheck(table, column);
    }

    private static String[] byConstraint(QualifiedName table, Identifier column) {
        var name = new Identifier(table.name() + "_" + column.name() + "_not_null");
        return new String[] {
            "alter table %s add constraint %s not null %s not valid;".formatted(table, name, column),
            "alter table %s validate constraint %s;".formatted(table, name)
        };
    }

    private static String[] byCheck(QualifiedName table, Identifier column) {
        var name = new Identifier(table.name() + "_" + column.name() + "_not_null");
        return new String[] {
            "alter table %s add constraint %s check (%s is not null) not valid;".formatted(table, name, column),
            "alter table %s validate constraint %s;".formatted(table, name),
            """
            alter table %s alter column %s set not null;
            alter table %s drop constraint %s;""".formatted(table, column, table, name)
        };
    }
}
