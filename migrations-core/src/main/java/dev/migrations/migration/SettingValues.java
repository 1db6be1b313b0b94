package dev.migrations.migration;

import dev.migrations.drift.NamePattern;
import dev.migrations.problem.NearestWord;
import dev.migrations.problem.Problem;
import dev.migrations.script.PostgresDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The types that a setting's value may have. */
final class SettingValues {

    private static final String CODE = "settings-value";

    private final SettingsText source;

    SettingValues(SettingsText source) {
        this.source = source;
    }

    /** Makes a value of the node of a key. */
    interface Parser<T> {
        T parse(String key, Node node) throws BadSettings;
    }

    /** A name or pattern, or a list of them. */
    DatabaseSelector databases(String key, Node node) throws BadSettings {
        var items = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        var patterns = new ArrayList<String>();
        for (var item : items) {
            patterns.add(word(key, item, "a database's name, a pattern such as tenant_*, or a list of them"));
        }
        if (patterns.isEmpty()) {
            throw refuse(key, node, "a database's name, a pattern such as tenant_*, or a list of them");
        }
        return new DatabaseSelector(patterns);
    }

    /** A pattern of objects' names, or a list of them. */
    List<NamePattern> patterns(String key, Node node) throws BadSettings {
        var patterns = new ArrayList<NamePattern>();
        for (var item : node instanceof SequenceNode list ? list.getValue() : List.of(node)) {
            patterns.add(
                    new NamePattern(word(key, item, "a pattern such as `table public.events_*`, or a list of them")));
        }
        return patterns;
    }

    SchemaTable schemaTable(String key, Node node) throws BadSettings {
        var name = word(key, node, "a table's name, such as schema_migrations or ops.schema_migrations");
        try {
            return SchemaTable.parse(name);
        } catch (IllegalArgumentException e) {
            throw new BadSettings(source.problem(
                    CODE,
                    String.valueOf(e.getMessage()),
                    "write `schema-table: schema_migrations`, or `schema-table: ops.schema_migrations`",
                    node.getStartMark()));
        }
    }

    boolean bool(String key, Node node) throws BadSettings {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            return List.of("true", "yes", "on").contains(scalar.getValue().toLowerCase(Locale.ROOT));
        }
        throw refuse(key, node, "true or false");
    }

    String text(String key, Node node) throws BadSettings {
        return word(key, node, "a text");
    }

    /** As PostgreSQL writes it. */
    Duration duration(String key, Node node) throws BadSettings {
        var allowed = "a time as PostgreSQL writes it: 500ms, 5s, 1min, or 0 for no limit; at most 24d";
        return PostgresDuration.parse(word(key, node, allowed)).orElseThrow(() -> refuse(key, node, allowed));
    }

    /** Two times of which the one ends a statement before the other can. */
    Problem hidingTimeout(Node statementTimeout, Duration lockTimeout) {
        return source.problem(
                CODE,
                "statement-timeout is not longer than lock-timeout (" + PostgresDuration.write(lockTimeout)
                        + "), so a statement that waits for a lock would be ended as too slow, and not be tried again",
                "write a longer statement-timeout, or `statement-timeout: 0` for none",
                statementTimeout.getStartMark());
    }

    /** One of the constants of an enum, written in lower case and with hyphens. */
    <E extends Enum<E>> E constant(String key, Node node, Class<E> type) throws BadSettings {
        var names = Arrays.stream(type.getEnumConstants())
                .map(SettingValues::written)
                .toList();
        var allowed = String.join(" or ", names);
        var value = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        var at = names.indexOf(value);
        if (at < 0) {
            var nearest = NearestWord.find(value, names).orElse(names.get(0));
            throw refuse(key, node, allowed, "`" + key + ": " + nearest + "`");
        }
        return type.getEnumConstants()[at];
    }

    private String word(String key, Node node, String allowed) throws BadSettings {
        if (node instanceof ScalarNode scalar
                && !scalar.getTag().equals(Tag.NULL)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw refuse(key, node, allowed);
    }

    private BadSettings refuse(String key, Node node, String allowed) {
        return refuse(key, node, allowed, example(key));
    }

    private BadSettings refuse(String key, Node node, String allowed, String example) {
        return new BadSettings(source.problem(
                CODE, key + " takes " + allowed + ", not " + shown(node), "write " + example, node.getStartMark()));
    }

    private static String shown(Node node) {
        if (node instanceof ScalarNode scalar) {
            var value = scalar.getValue();
            var quoted = scalar.isPlain() ? "" : "the text ";
            return value.isBlank()
                    ? "nothing"
                    : quoted + '"' + (value.length() > 60 ? value.substring(0, 60) + "…" : value) + '"';
        }
        if (node instanceof SequenceNode list) {
            return list.getValue().isEmpty() ? "an empty list" : "a list";
        }
        return "a mapping";
    }

    private static String example(String key) {
        return switch (key) {
            case "dbpool-name" -> "`dbpool-name: db_main`";
            case "schema-table" -> "`schema-table: schema_migrations`";
            case "drift-ignore" -> "`drift-ignore: [\"table public.events_*\"]`";
            case "description" -> "`description: \"What this database is for\"`";
            case "lock-retry-budget" -> "`lock-retry-budget: 5min`";
            case "lock-timeout", "statement-timeout" -> "`" + key + ": 5s`";
            default -> "`" + key + ": true` or `" + key + ": false`";
        };
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
