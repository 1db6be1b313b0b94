package dev.migrations.catalog;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One answer of a {@link CatalogQuery}: an object without its parts, or a part. */
record CatalogRow(ObjectName name, Map<Attribute, List<String>> attributes) {

    /** Objects with their parts, in the rows' order; a part without its whole, as of an extension's table, is left out. */
    static List<SchemaObject> assemble(List<CatalogRow> rows) {
        var parts = rows.stream()
                .filter(CatalogRow::isPart)
                .collect(Collectors.groupingBy(
                        row -> new Whole(row.name.schema(), row.name.relation()),
                        Collectors.mapping(row -> row.with(List.of()), Collectors.toList())));
        return rows.stream()
                .filter(row -> !row.isPart())
                .map(row -> row.with(
                        row.hasParts()
                                ? parts.getOrDefault(new Whole(row.name.schema(), row.name.name()), List.of())
                                : List.of()))
                .toList();
    }

    private boolean isPart() {
        return name.kind().isPart();
    }

    private boolean hasParts() {
        return switch (name.kind()) {
            case TYPE, DOMAIN, TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
            default -> false;
        };
    }

    private SchemaObject with(List<SchemaObject> parts) {
        return new SchemaObject(name, attributes, parts);
    }

    /** What a part belongs to: relations and types share their names. */
    private record Whole(String schema, String name) {}
}
