package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;

/** Types whose functions have the type in their own signatures: first a name, then the functions, then the type itself. */
final class BaseTypes {

    private BaseTypes() {}

    /** Type and functions need each other, so that they can only be dropped together. */
    static boolean takesFunctionsAlong(SchemaObject type) {
        var sort = type.find(Attribute.TYPE).orElse("");
        return sort.equals("base") || sort.equals("shell") || isNamedFirst(type);
    }

    static boolean isNamedFirst(SchemaObject type) {
        return type.find(Attribute.TYPE).orElse("").equals("base")
                || type.find(Attribute.DEFINITION).orElse("").contains("CANONICAL = ");
    }

    /** The place right after the last function that it mentions. */
    static int place(ObjectName type, Passage passage) {
        return passage.afterOrder().needs(type).stream()
                .mapToInt(passage.afterOrder()::position)
                .max()
                .orElse(passage.afterOrder().position(type));
    }
}
