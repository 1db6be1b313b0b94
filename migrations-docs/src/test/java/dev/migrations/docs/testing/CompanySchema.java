package dev.migrations.docs.testing;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A company's schema of more than a hundred tables, as {@code company.txt} describes it. */
public final class CompanySchema {

    private CompanySchema() {}

    /** As a snapshot, without a database. */
    public static SchemaSnapshot snapshot() {
        return new SchemaSnapshot(180_000, tables("").toList());
    }

    /** So many companies side by side, each in schemas of its own. */
    public static SchemaSnapshot copies(int count) {
        return new SchemaSnapshot(
                180_000,
                IntStream.rangeClosed(1, count)
                        .boxed()
                        .flatMap(copy -> tables("_" + copy))
                        .toList());
    }

    private static Stream<SchemaObject> tables(String suffix) {
        return lines().map(words -> table(words, suffix));
    }

    /** As statements, in an order that a seed decides. */
    public static List<String> sql(long seed) {
        var tables = new ArrayList<>(lines().toList());
        Collections.shuffle(tables, new Random(seed));
        var statements = new ArrayList<String>();
        tables.stream()
                .map(words -> words.get(0).split("\\.", -1)[0])
                .distinct()
                .forEach(schema -> statements.add("create schema if not exists " + schema));
        tables.forEach(words -> statements.add("create table " + words.get(0) + " ("
                + columns(words).map(Column::sql).collect(Collectors.joining(", ")) + ")"));
        tables.forEach(words -> columns(words)
                .filter(column -> column.target() != null)
                .forEach(column -> statements.add("alter table " + words.get(0) + " add foreign key (" + column.name()
                        + ") references " + column.target() + " (id)")));
        return statements;
    }

    private static SchemaObject table(List<String> words, String suffix) {
        var name = name(words.get(0), suffix);
        var parts = new ArrayList<SchemaObject>();
        columns(words).forEach(column -> {
            var attributes = new EnumMap<Attribute, List<String>>(Attribute.class);
            attributes.put(Attribute.TYPE, List.of(column.type()));
            if (!column.optional()) {
                attributes.put(Attribute.NOT_NULL, List.of("yes"));
            }
            parts.add(part(name, ObjectKind.COLUMN, column.name(), attributes));
            constraint(column, suffix)
                    .ifPresent(definition -> parts.add(part(
                            name,
                            ObjectKind.CONSTRAINT,
                            name.name() + "_" + column.name() + "_key",
                            Map.of(Attribute.DEFINITION, List.of(definition)))));
        });
        return new SchemaObject(name, Map.of(), parts);
    }

    private static SchemaObject part(
            ObjectName table, ObjectKind kind, String name, Map<Attribute, List<String>> attributes) {
        return new SchemaObject(table.part(kind, name), attributes, List.of());
    }

    private static Optional<String> constraint(Column column, String suffix) {
        if (column.name().equals("id")) {
            return Optional.of("PRIMARY KEY (id)");
        }
        if (column.target() != null) {
            return Optional.of("FOREIGN KEY (" + column.name() + ") REFERENCES "
                    + column.target().replace(".", suffix + ".") + "(id)");
        }
        return column.unique() ? Optional.of("UNIQUE (" + column.name() + ")") : Optional.empty();
    }

    private static ObjectName name(String path, String suffix) {
        var parts = path.split("\\.", -1);
        return ObjectName.in(parts[0] + suffix, ObjectKind.TABLE, parts[1]);
    }

    private static Stream<Column> columns(List<String> words) {
        var id = new Column("id", "bigint", null, false, false);
        return Stream.concat(Stream.of(id), words.stream().skip(1).map(CompanySchema::column));
    }

    private static Column column(String word) {
        var plain = word.replaceAll("[?!]", "");
        var at = plain.indexOf('>') >= 0 ? plain.indexOf('>') : plain.indexOf(':');
        var isKey = plain.charAt(at) == '>';
        return new Column(
                plain.substring(0, at),
                isKey ? "bigint" : plain.substring(at + 1),
                isKey ? plain.substring(at + 1) : null,
                word.contains("?"),
                word.contains("!"));
    }

    private static Stream<List<String>> lines() {
        try (var stream = CompanySchema.class.getResourceAsStream("/company.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Column(
            String name, String type, @Nullable String target, boolean optional, boolean unique) {

        String sql() {
            return name + " " + type + (name.equals("id") ? " primary key" : "") + (optional ? "" : " not null")
                    + (unique ? " unique" : "");
        }
    }
}
