package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.SchemaObject;
import java.util.List;
import java.util.Set;

/** Default privileges, which are there as soon as they say something. */
final class DefaultPrivilegesForm implements Form {

    @Override
    public Set<Attribute> said() {
        return Set.of();
    }

    /** Its grants make it. */
    @Override
    public void make(SchemaObject object, Script script) {}

    @Override
    public void drop(SchemaObject object, Phase phase, Script script) {
        say(new AttributeChange(Attribute.GRANTS, object.values(Attribute.GRANTS), List.of()), object, script);
    }

    @Override
    public boolean isRemade(SchemaObject before, SchemaObject after, Passage passage) {
        return false;
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        if (change.attribute() != Attribute.GRANTS) {
            return false;
        }
        var name = object.name();
        var end = name.name().lastIndexOf(" on ");
        if (end < 0) {
            return false;
        }
        var head = "alter default privileges for role "
                + SqlName.role(name.name().substring(0, end))
                + (name.schema().isEmpty() ? "" : " in schema " + SqlName.quoted(name.schema())) + " ";
        return new GrantChange(head, name.name().substring(end + 4), "").say(change, name, script);
    }
}
