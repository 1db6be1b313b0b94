package dev.migrations.drift;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How owners and grants of two snapshots are made comparable. */
public final class Ownership {

    private Ownership() {}

    /** The snapshot without owners and grants. */
    public static SchemaSnapshot leftOut(SchemaSnapshot snapshot) {
        return changed(snapshot.without(name -> name.kind() == ObjectKind.DEFAULT_PRIVILEGES), attributes -> {
            var left = new EnumMap<Attribute, List<String>>(Attribute.class);
            left.putAll(attributes);
            left.remove(Attribute.OWNER);
            left.remove(Attribute.GRANTS);
            left.remove(Attribute.SEQUENCE_GRANTS);
            return left;
        });
    }

    /**
     * The snapshot with one name for several roles, as owners and where they are granted something.
     *
     * @param roles that have run migrations: what a migration makes belongs to whoever runs it, and that is somebody else on a
     *              scratch database
     * @param name  what all of them are called
     */
    public static SchemaSnapshot shared(SchemaSnapshot snapshot, Set<String> roles, String name) {
        UnaryOperator<String> owner = role -> roles.contains(role) ? name : role;
        return changed(snapshot, attributes -> {
            var renamed = new EnumMap<Attribute, List<String>>(Attribute.class);
            renamed.putAll(attributes);
            renamed.computeIfPresent(
                    Attribute.OWNER,
                    (attribute, values) -> values.stream().map(owner).toList());
            renamed.computeIfPresent(Attribute.GRANTS, (attribute, values) -> values.stream()
                    .map(entry -> grant(entry, owner))
                    .distinct()
                    .sorted()
                    .toList());
            return renamed;
        });
    }

    /** Such as {@code app: select, insert}. */
    private static String grant(String entry, UnaryOperator<String> owner) {
        var end = entry.indexOf(": ");
        return end < 0 ? entry : owner.apply(entry.substring(0, end)) + entry.substring(end);
    }

    private static SchemaSnapshot changed(
            SchemaSnapshot snapshot, UnaryOperator<Map<Attribute, List<String>>> attributes) {
        return new SchemaSnapshot(
                snapshot.serverVersion(),
                snapshot.objects().stream()
                        .map(object -> changed(object, attributes))
                        .toList());
    }

    private static SchemaObject changed(SchemaObject object, UnaryOperator<Map<Attribute, List<String>>> attributes) {
        return new SchemaObject(
                object.name(),
                attributes.apply(object.attributes()),
                object.parts().stream().map(part -> changed(part, attributes)).toList());
    }
}
