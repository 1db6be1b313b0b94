package dev.migrations.schema;

import java.util.List;

/**
 * One object that two snapshots have differently; its parts are told of by themselves.
 *
 * @param before  as it was
 * @param after   as it is
 * @param changes by attribute, never none
 */
public record ObjectChange(SchemaObject before, SchemaObject after, List<AttributeChange> changes) {

    /** What it is called, before and after. */
    public ObjectName name() {
        return after.name();
    }
}
