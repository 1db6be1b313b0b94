package dev.migrations.schema;

import java.util.ArrayList;
import java.util.List;

/** Writes a difference for a person, one line an object and one an attribute. */
public final class DiffText {

    private DiffText() {}

    /**
     * Lines such as {@code + table public.orders} or {@code ~ column public.users.name}, the latter followed by what changed.
     */
    public static List<String> render(SchemaDiff diff) {
        var lines = new ArrayList<String>();
        diff.removed().forEach(object -> lines.add("- " + object.name()));
        diff.added().forEach(object -> lines.add("+ " + object.name()));
        for (var change : diff.changed()) {
            lines.add("~ " + change.name());
            change.changes().forEach(one -> lines.add("    " + line(one)));
        }
        return lines;
    }

    private static String line(AttributeChange change) {
        return change.attribute() + ": " + shown(change.from()) + " -> " + shown(change.to());
    }

    private static String shown(List<String> values) {
        return values.isEmpty() ? "(none)" : String.join(", ", values);
    }
}
