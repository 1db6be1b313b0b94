package dev.migrations.migration;

import dev.migrations.problem.NearestWord;
import dev.migrations.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** One pass over a {@code migration.yaml}, from text to settings and to all that is wrong with it. */
final class SettingsReading {

    private static final List<String> KEYS = List.of(
            "dbpool-name",
            "schema-table",
            "enabled",
            "description",
            "require-down",
            "naming",
            "out-of-order",
            "lock-timeout",
            "lock-retry-budget",
            "cancel-blockers",
            "statement-timeout",
            "transaction",
            "lint",
            "drift-ignore",
            "fingerprint");

    private final SettingsText text;
    private final SettingValues values;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private SettingsReading(SettingsText text) {
        this.text = text;
        this.values = new SettingValues(text);
    }

    /** Settings, and what is wrong with them; where something is wrong, its default stands in. */
    record Result(FolderSettings settings, List<Problem> problems) {}

    static Result read(String file, InputStream in) throws IOException {
        try {
            var text = SettingsText.read(file, in);
            var reading = new SettingsReading(text);
            new SettingsYaml(text).entries().forEach(reading::add);
            return new Result(reading.settings(), reading.problems);
        } catch (BadSettings e) {
            return new Result(FolderSettings.DEFAULT, List.of(e.problem()));
        }
    }

    private void add(NodeTuple entry) {
        var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "[…]";
        var mark = entry.getKeyNode().getStartMark();
        if (!KEYS.contains(key)) {
            var hint = NearestWord.find(key, KEYS)
                    .map(nearest -> "write " + nearest)
                    .orElse("delete it: the keys are " + String.join(", ", KEYS));
            problems.add(text.problem("settings-key", "there is no setting \"" + key + "\"", hint, mark));
            return;
        }
        var first = nodes.putIfAbsent(key, entry.getValueNode());
        if (first != null) {
            var line = first.getStartMark().getLine() + 1;
            problems.add(text.problem(
                    "settings-key",
                    key + " is set a second time; the first is in line " + line,
                    "delete one of them",
                    mark));
        }
    }

    private FolderSettings settings() {
        var otherwise = FolderSettings.DEFAULT;
        var settings = new FolderSettings(
                find("dbpool-name", values::databases).orElse(otherwise.databases()),
                find("schema-table", values::schemaTable).orElse(otherwise.schemaTable()),
                find("enabled", values::bool).orElse(otherwise.enabled()),
                orNull(find("description", values::text)),
                find("require-down", values::bool).orElse(otherwise.requireDown()),
                find("naming", (key, node) -> values.constant(key, node, Naming.class))
                        .orElse(otherwise.naming()),
                find("out-of-order", (key, node) -> values.constant(key, node, OutOfOrder.class))
                        .orElse(otherwise.outOfOrder()),
                locks(),
                orNull(find("statement-timeout", values::duration)),
                find("transaction", (key, node) -> values.constant(key, node, TransactionMode.class))
                        .orElse(otherwise.transaction()),
                find("lint", (key, node) -> LintSettingsReading.read(text, node, problems))
                        .orElse(otherwise.lint()),
                drift(otherwise.drift()));
        checkTimeouts(settings);
        return settings;
    }

    private void checkTimeouts(FolderSettings settings) {
        var lockTimeout = settings.locks().timeout();
        var statementTimeout = settings.statementTimeout();
        var node = nodes.get("statement-timeout");
        if (node != null
                && lockTimeout != null
                && statementTimeout != null
                && FolderSettings.hidesLockTimeout(statementTimeout, lockTimeout)) {
            problems.add(values.hidingTimeout(node, lockTimeout));
        }
    }

    private DriftSettings drift(DriftSettings otherwise) {
        return new DriftSettings(
                find("drift-ignore", values::patterns).orElse(otherwise.ignored()),
                find("fingerprint", values::bool).orElse(otherwise.fingerprint()));
    }

    private LockSettings locks() {
        return new LockSettings(
                orNull(find("lock-timeout", values::duration)),
                orNull(find("lock-retry-budget", values::duration)),
                orNull(find("cancel-blockers", (key, node) -> values.constant(key, node, CancelBlockers.class))));
    }

    private <T> Optional<T> find(String key, SettingValues.Parser<T> parser) {
        var node = nodes.get(key);
        if (node == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.parse(key, node));
        } catch (BadSettings e) {
            problems.add(e.problem());
            return Optional.empty();
        }
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
