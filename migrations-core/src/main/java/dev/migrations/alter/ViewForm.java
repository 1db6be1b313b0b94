package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.SchemaObject;
import java.util.Set;
import java.util.stream.IntStream;

/** Views, which are replaced where the columns that they had stay as they are, and materialized views. */
final class ViewForm implements Form {

    @Override
    public Set<Attribute> said() {
        return Set.of(Attribute.DEFINITION, Attribute.OPTIONS, Attribute.ACCESS_METHOD, Attribute.TABLESPACE);
    }

    @Override
    public void make(SchemaObject object, Script script) {
        create(object, "create ", script);
    }

    @Override
    public boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return Form.super.isRemade(before, after, passage) && !isReplaceable(before, after);
    }

    private static boolean isReplaceable(SchemaObject before, SchemaObject after) {
        var had = before.parts(ObjectKind.COLUMN);
        var has = after.parts(ObjectKind.COLUMN);
        return after.kind() == ObjectKind.VIEW
                && had.size() <= has.size()
                && IntStream.range(0, had.size()).allMatch(i -> isSame(had.get(i), has.get(i)));
    }

    private static boolean isSame(SchemaObject column, SchemaObject other) {
        return column.name().equals(other.name())
                && column.values(Attribute.TYPE).equals(other.values(Attribute.TYPE))
                && column.values(Attribute.COLLATION).equals(other.values(Attribute.COLLATION));
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        if (change.attribute() != Attribute.DEFINITION
                || !isReplaceable(script.passage().before(object.name()), object)) {
            return TableSettings.say(change, object, script);
        }
        create(object, "create or replace ", script);
        return true;
    }

    private static void create(SchemaObject object, String create, Script script) {
        var sql = new StringBuilder(create).append(SqlName.reference(object.name()));
        object.find(Attribute.ACCESS_METHOD)
                .ifPresent(method -> sql.append(" using ").append(SqlName.quoted(method)));
        if (!object.values(Attribute.OPTIONS).isEmpty()) {
            sql.append(" with ").append(OptionList.given(object.values(Attribute.OPTIONS)));
        }
        object.find(Attribute.TABLESPACE)
                .ifPresent(space -> sql.append(" tablespace ").append(SqlName.quoted(space)));
        sql.append(" as\n")
                .append(Definitions.statement(object.find(Attribute.DEFINITION).orElse("")));
        script.say(Phase.CHANGE, object.name(), sql.toString());
    }
}
