package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables and foreign tables, without their columns' changes. */
final class TableForm implements Form {

    @Override
    public Set<Attribute> said() {
        return Set.of(
                Attribute.PERSISTENCE,
                Attribute.OF_TYPE,
                Attribute.INHERITS,
                Attribute.PARTITION_BY,
                Attribute.ACCESS_METHOD,
                Attribute.TABLESPACE,
                Attribute.SERVER,
                Attribute.FOREIGN_OPTIONS);
    }

    /** A partition is attached when it has its indexes: the server would give it some of its own. */
    @Override
    public void make(SchemaObject object, Script script) {
        var sql = new StringBuilder("create ")
                .append(object.find(Attribute.PERSISTENCE)
                        .map(word -> word + " ")
                        .orElse(""))
                .append(SqlName.reference(object.name()));
        object.find(Attribute.OF_TYPE)
                .ifPresentOrElse(type -> sql.append(" of ").append(type), () -> sql.append(columns(object, script)));
        if (!object.values(Attribute.INHERITS).isEmpty()) {
            sql.append(" inherits (")
                    .append(String.join(", ", object.values(Attribute.INHERITS)))
                    .append(')');
        }
        object.find(Attribute.PARTITION_BY)
                .ifPresent(key -> sql.append(" partition by ").append(key));
        object.find(Attribute.ACCESS_METHOD)
                .ifPresent(method -> sql.append(" using ").append(SqlName.quoted(method)));
        object.find(Attribute.TABLESPACE)
                .ifPresent(space -> sql.append(" tablespace ").append(SqlName.quoted(space)));
        object.find(Attribute.SERVER).ifPresent(server -> sql.append(" server ").append(SqlName.quoted(server)));
        var options = OptionList.foreignOptions(object.values(Attribute.FOREIGN_OPTIONS));
        sql.append(options.isEmpty() ? "" : " " + options);
        script.say(Phase.CHANGE, object.name(), sql.toString());
        ForeignForm.tellSecret(object, script);
    }

    private static String columns(SchemaObject table, Script script) {
        var lines = table.parts(ObjectKind.COLUMN).stream()
                .filter(column -> column.find(Attribute.INHERITED).isEmpty())
                .map(column -> "    " + ColumnForm.text(column, script))
                .collect(Collectors.joining(",\n"));
        return lines.isEmpty() ? " ()" : " (\n" + lines + "\n)";
    }

    @Override
    public void drop(SchemaObject object, Phase phase, Script script) {
        var sql = "drop " + SqlName.reference(object.name());
        if (object.kind() == ObjectKind.TABLE) {
            script.lose(phase, object.name(), sql);
        } else {
            script.say(phase, object.name(), sql);
        }
    }

    @Override
    public boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return !before.values(Attribute.SERVER).equals(after.values(Attribute.SERVER));
    }

    @Override
    public boolean canBeRemade(SchemaObject object) {
        return object.kind() == ObjectKind.FOREIGN_TABLE;
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var alter = "alter " + SqlName.reference(object.name()) + " ";
        switch (change.attribute()) {
            case OF_TYPE ->
                script.say(
                        Phase.CHANGE,
                        object.name(),
                        alter
                                + (change.to().isEmpty()
                                        ? "not of"
                                        : "of " + change.to().get(0)));
            case INHERITS -> sayParents(change, object, alter, script);
            case PARTITION_OF, PARTITION_BOUND -> {
                return sayPartition(object, script);
            }
            case FOREIGN_OPTIONS -> ForeignForm.sayOptions(change, object, script);
            default -> {
                return TableSettings.say(change, object, script);
            }
        }
        return true;
    }

    private static void sayParents(AttributeChange change, SchemaObject table, String alter, Script script) {
        var gone = change.from().stream()
                .filter(parent -> !change.to().contains(parent))
                .toList();
        var added = change.to().stream()
                .filter(parent -> !change.from().contains(parent))
                .toList();
        var kept = change.from().stream().filter(change.to()::contains).collect(Collectors.toList());
        gone.forEach(parent -> script.say(Phase.CLEAR, table.name(), alter + "no inherit " + parent));
        added.forEach(parent -> script.say(Phase.CHANGE, table.name(), alter + "inherit " + parent));
        kept.addAll(added);
        if (!kept.equals(change.to())) {
            script.cannot(table.name(), change, "a parent that is added is the last one; make the table anew by hand");
        }
    }

    private static boolean sayPartition(SchemaObject table, Script script) {
        var pending = ", detach pending";
        var name = SqlName.of(table.name());
        var former = script.passage().findBefore(table.name()).flatMap(before -> before.find(Attribute.PARTITION_OF));
        former.ifPresent(parent -> script.say(
                Phase.CLEAR,
                table.name(),
                "alter table " + parent.replace(pending, "") + " detach partition " + name
                        + (parent.endsWith(pending) ? " finalize" : "")));
        var now = table.find(Attribute.PARTITION_OF);
        now.ifPresent(parent -> {
            if (parent.endsWith(pending)) {
                script.cannot(
                        table.name(),
                        new AttributeChange(Attribute.PARTITION_OF, List.of(), List.of(parent)),
                        "it comes of a detach that was interrupted; attach the partition or detach it");
            } else {
                script.say(
                        Phase.ATTACH,
                        table.name(),
                        "alter table " + parent + " attach partition " + name + " "
                                + table.find(Attribute.PARTITION_BOUND).orElse("default"));
            }
        });
        return former.isPresent() || now.isPresent();
    }
}
