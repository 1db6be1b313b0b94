package dev.migrations.alter;

import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.List;

/** What tables, foreign tables and views can have besides their columns. */
final class TableSettings {

    private TableSettings() {}

    static boolean say(AttributeChange change, SchemaObject table, Script script) {
        var alter = "alter " + SqlName.reference(table.name()) + " ";
        var value = change.to().isEmpty() ? "" : change.to().get(0);
        switch (change.attribute()) {
            case OPTIONS ->
                OptionList.changes(change.from(), change.to())
                        .forEach(what -> script.say(Phase.CHANGE, table.name(), alter + what));
            case REPLICA_IDENTITY -> {
                if (hasRows(table)) {
                    sayReplicaIdentity(table, value, script);
                }
            }
            case ROW_SECURITY -> sayRowSecurity(change, table.name(), alter, script);
            case PERSISTENCE ->
                script.say(Phase.CHANGE, table.name(), alter + "set " + (value.isEmpty() ? "logged" : value));
            case TABLESPACE ->
                script.say(
                        Phase.CHANGE,
                        table.name(),
                        alter + "set tablespace " + SqlName.quoted(value.isEmpty() ? "pg_default" : value));
            case ACCESS_METHOD -> {
                if (script.passage().majorVersion() < 15) {
                    script.cannot(table.name(), change, "a table keeps its access method before PostgreSQL 15");
                } else {
                    script.say(
                            Phase.CHANGE,
                            table.name(),
                            alter + "set access method " + SqlName.quoted(value.isEmpty() ? "heap" : value));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The server gives what has no rows of its own a replica identity that nobody can change. */
    private static boolean hasRows(SchemaObject table) {
        return table.kind() == ObjectKind.TABLE || table.kind() == ObjectKind.MATERIALIZED_VIEW;
    }

    /** Said again for an index that is made anew. */
    static void sayReplicaIdentity(SchemaObject table, String identity, Script script) {
        var isIndex = table.parts().stream()
                .anyMatch(part -> (part.kind() == ObjectKind.INDEX || part.kind() == ObjectKind.CONSTRAINT)
                        && part.name().name().equals(identity));
        var words = isIndex ? "using index " + SqlName.quoted(identity) : identity.isEmpty() ? "default" : identity;
        script.say(Phase.TIE, table.name(), "alter table " + SqlName.of(table.name()) + " replica identity " + words);
    }

    private static void sayRowSecurity(AttributeChange change, ObjectName name, String alter, Script script) {
        var from = words(change.from());
        var to = words(change.to());
        if (from.contains("enabled") != to.contains("enabled")) {
            script.say(
                    Phase.CHANGE,
                    name,
                    alter + (to.contains("enabled") ? "enable" : "disable") + " row level security");
        }
        if (from.contains("forced") != to.contains("forced")) {
            script.say(Phase.CHANGE, name, alter + (to.contains("forced") ? "" : "no ") + "force row level security");
        }
    }

    private static List<String> words(List<String> values) {
        return values.isEmpty() ? List.of() : List.of(values.get(0).split(", ", -1));
    }
}
