package dev.migrations.migration;

import dev.migrations.problem.NearestWord;
import dev.migrations.problem.Problem;
import dev.migrations.rule.LintRule;
import dev.migrations.rule.LintRules;
import dev.migrations.rule.ServerVersion;
import dev.migrations.rule.Severity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The mapping under {@code lint}, and all that is wrong with it. */
final class LintSettingsReading {

    private static final List<String> KEYS = List.of("start-after", "pg-version");

    private final SettingsText text;
    private final List<Problem> problems;
    private final Map<String, Severity> severities = new HashMap<>();
    private @Nullable MigrationVersion startAfter;
    private @Nullable ServerVersion server;

    private LintSettingsReading(SettingsText text, List<Problem> problems) {
        this.text = text;
        this.problems = problems;
    }

    static LintSettings read(SettingsText text, Node node, List<Problem> problems) {
        var reading = new LintSettingsReading(text, problems);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> reading.add(entry.getKeyNode(), entry.getValueNode()));
        } else {
            problems.add(text.problem(
                    "settings-value",
                    "lint takes rule codes with their severities",
                    "write for instance `lint: {prefer-text-field: off}`",
                    node.getStartMark()));
        }
        return new LintSettings(reading.severities, reading.startAfter, reading.server);
    }

    private void add(Node keyNode, Node valueNode) {
        var key = scalar(keyNode);
        var value = scalar(valueNode);
        if (key.equals("start-after")) {
            parse(valueNode, () -> startAfter = MigrationVersion.parse(value));
        } else if (key.equals("pg-version")) {
            parse(valueNode, () -> server = ServerVersion.parse(value));
        } else if (LintRules.find(key).isPresent()) {
            Arrays.stream(Severity.values())
                    .filter(severity -> written(severity).equals(value))
                    .findFirst()
                    .ifPresentOrElse(
                            severity -> severities.put(key, severity), () -> problems.add(wrong(key, valueNode)));
        } else {
            problems.add(unknown(key, keyNode));
        }
    }

    private void parse(Node node, Runnable parser) {
        try {
            parser.run();
        } catch (IllegalArgumentException e) {
            problems.add(text.problem(
                    "settings-value",
                    String.valueOf(e.getMessage()),
                    "write for instance `start-after: 41`, or `pg-version: 16`",
                    node.getStartMark()));
        }
    }

    private Problem wrong(String code, Node value) {
        var allowed = Arrays.stream(Severity.values())
                .map(LintSettingsReading::written)
                .collect(Collectors.joining(", "));
        return text.problem(
                "settings-value",
                code + " takes a severity, not \"" + scalar(value) + "\"",
                "write one of " + allowed,
                value.getStartMark());
    }

    private Problem unknown(String key, Node node) {
        var known = Stream.concat(KEYS.stream(), LintRules.all().stream().map(LintRule::code))
                .toList();
        return text.problem(
                "settings-key",
                "there is no lint rule \"" + key + "\"",
                NearestWord.find(key, known)
                        .map(nearest -> "write " + nearest)
                        .orElse("delete it: the rules are listed in docs/lint/README.md"),
                node.getStartMark());
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "[…]";
    }

    private static String written(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
