package dev.migrations.docs.reference;

import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.script.QualifiedName;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of a snapshot by what SQL calls them. */
final class TableNames {

    private final Map<QualifiedName, ObjectName> tables;

    TableNames(SchemaSnapshot snapshot) {
        this.tables = snapshot.objects().stream()
                .map(object -> object.name())
                .filter(name -> name.kind() == ObjectKind.TABLE || name.kind() == ObjectKind.FOREIGN_TABLE)
                .collect(Collectors.toMap(name -> new QualifiedName(name.schema(), name.name()), Function.identity()));
    }

    Optional<ObjectName> find(QualifiedName name) {
        var schema = Objects.requireNonNullElse(name.schema(), "pg_catalog"); // the only one that needs no name
        return Optional.ofNullable(tables.get(new QualifiedName(schema, name.name())));
    }
}
