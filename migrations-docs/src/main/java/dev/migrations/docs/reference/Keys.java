package dev.migrations.docs.reference;

import dev.migrations.docs.reference.ForeignKey.Presence;
import dev.migrations.docs.reference.ForeignKey.Rows;
import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of one table, read from its constraints. */
final class Keys {

    private final SchemaObject table;
    private final Map<SchemaObject, KeyDefinition> keys = new LinkedHashMap<>();

    Keys(SchemaObject table) {
        this.table = table;
        for (var constraint : table.parts(ObjectKind.CONSTRAINT)) {
            constraint
                    .find(Attribute.DEFINITION)
                    .flatMap(KeyDefinition::find)
                    .ifPresent(key -> keys.put(constraint, key));
        }
    }

    /** The columns of the primary key; none where there is no such key. */
    List<String> primary() {
        return keys.values().stream()
                .filter(key -> key.kind() == KeyDefinition.Kind.PRIMARY)
                .findFirst()
                .map(KeyDefinition::columns)
                .orElse(List.of());
    }

    boolean isForeign(SchemaObject constraint) {
        return Optional.ofNullable(keys.get(constraint))
                .filter(key -> key.kind() == KeyDefinition.Kind.FOREIGN)
                .isPresent();
    }

    boolean isOwn(SchemaObject constraint) {
        return keys.containsKey(constraint) && !isForeign(constraint);
    }

    /** Those that lead to a table that the reference knows. */
    List<ForeignKey> foreign(TableNames tables) {
        var found = new ArrayList<ForeignKey>();
        var unique = unique();
        var required = required();
        keys.forEach((constraint, key) -> {
            if (key.references() != null) {
                tables.find(key.references())
                        .ifPresent(target -> found.add(new ForeignKey(
                                constraint.name(),
                                table.name(),
                                key.columns(),
                                target,
                                key.referenced(),
                                key.rest(),
                                unique.contains(Set.copyOf(key.columns())) ? Rows.ONE : Rows.MANY,
                                required.containsAll(key.columns()) ? Presence.REQUIRED : Presence.OPTIONAL)));
            }
        });
        return found;
    }

    private Set<Set<String>> unique() {
        return keys.values().stream()
                .filter(key -> key.kind() != KeyDefinition.Kind.FOREIGN)
                .map(key -> Set.copyOf(key.columns()))
                .collect(Collectors.toSet());
    }

    private Set<String> required() {
        var required = new HashSet<>(primary());
        table.parts(ObjectKind.COLUMN).stream()
                .filter(column -> column.find(Attribute.NOT_NULL).isPresent())
                .forEach(column -> required.add(column.name().name()));
        return required;
    }
}
