package dev.migrations.schema;

import dev.migrations.problem.MigrationException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A snapshot as a file for code review: YAML, whose every line says what it is about, and which is the same byte for byte for
 * equal snapshots. Of the server's version it has the major one, so that a minor release changes nothing.
 *
 * <p>It is read by SnakeYAML, and written here: SnakeYAML's emitter puts a text with tabs or with spaces at the ends of its
 * lines, as bodies of functions often are, into one long quoted line.
 */
public final class SnapshotYaml {

    /** The newest format that this release reads, and the one that it writes. */
    static final int FORMAT = 1;

    static final String FORMAT_KEY = "format";
    static final String SERVER_KEY = "server";
    static final String NO_SCHEMA = "database";
    static final String SCHEMA = "schema ";

    private static final int WIDTH = 120;
    private static final String HEAD =
            "# What the database is made of; written by `migrations snapshot`, and not by hand.\n";

    private SnapshotYaml() {}

    /** The whole file; ends with a line feed. */
    public static String write(SchemaSnapshot snapshot) {
        var text = new StringBuilder(HEAD);
        text.append(FORMAT_KEY + ": " + FORMAT + "\n");
        text.append(SERVER_KEY + ": ").append(snapshot.majorVersion()).append('\n');
        String group = null;
        for (var object : snapshot.objects()) {
            var schema = object.name().schema();
            if (!schema.equals(group)) {
                group = schema;
                text.append('\n');
                YamlText.key(text, 0, schema.isEmpty() ? NO_SCHEMA : SCHEMA + schema);
                text.append('\n');
            }
            write(text, 2, object);
        }
        return text.toString();
    }

    private static void write(StringBuilder text, int indent, SchemaObject object) {
        YamlText.key(text, indent, object.kind().sql() + " " + object.name().name());
        var line = object.kind() == ObjectKind.COLUMN ? line(object) : "";
        if (object.attributes().isEmpty() && object.parts().isEmpty()) {
            text.append(" {}\n");
        } else if (!line.isEmpty() && text.length() - text.lastIndexOf("\n") + line.length() <= WIDTH) {
            text.append(' ').append(line).append('\n');
        } else {
            text.append('\n');
            object.attributes().forEach((attribute, values) -> write(text, indent + 2, attribute, values));
            object.parts().forEach(part -> write(text, indent + 2, part));
        }
    }

    /** A column in one line, as in {@code {type: bigint, default: '0'}}; empty where it is more than that. */
    private static String line(SchemaObject column) {
        var values = column.attributes().values();
        if (column.attributes().keySet().stream().anyMatch(Attribute::isList)
                || values.stream().anyMatch(list -> list.size() != 1 || !YamlText.isOneLine(list.get(0)))) {
            return "";
        }
        return column.attributes().entrySet().stream()
                .map(entry -> entry.getKey().label() + ": "
                        + YamlText.inFlow(entry.getValue().get(0)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static void write(StringBuilder text, int indent, Attribute attribute, List<String> values) {
        YamlText.key(text, indent, attribute.label());
        if (values.size() == 1 && !attribute.isList()) {
            text.append(' ');
            YamlText.value(text, indent + 2, values.get(0));
        } else {
            text.append('\n');
            for (var value : values) {
                text.append(" ".repeat(indent)).append("- ");
                YamlText.value(text, indent + 2, value);
            }
        }
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @param file its name, for messages
     * @throws MigrationException if it is not a snapshot, or one of a newer release; says where
     */
    public static SchemaSnapshot read(String file, String text) {
        return new SnapshotReading(new SnapshotText(file, text)).read();
    }
}
