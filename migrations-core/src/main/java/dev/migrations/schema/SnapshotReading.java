package dev.migrations.schema;

import dev.migrations.problem.NearestWord;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** Makes a snapshot of the nodes of a YAML file, so that each error has its place; nothing is constructed. */
final class SnapshotReading {

    private static final String WRITE_ANEW = "write it anew: `migrations snapshot --output FILE`";

    /** Of half a million objects, at a rough guess. */
    private static final int MAX_CHARACTERS = 256 * 1024 * 1024;

    private static final int MAX_DEPTH = 10;
    private static final int FIRST_SUPPORTED_FORMAT = 1;

    /** The longest first: an {@code operator class} is not an {@code operator}. */
    private static final List<Prefix> KINDS = Arrays.stream(ObjectKind.values())
            .map(kind -> new Prefix(kind.sql() + " ", kind))
            .sorted(Comparator.comparing((Prefix prefix) -> prefix.text().length())
                    .reversed())
            .toList();

    private static final Map<String, Attribute> ATTRIBUTES = Arrays.stream(Attribute.values())
            .collect(Collectors.toUnmodifiableMap(Attribute::label, Function.identity()));

    private final SnapshotText text;

    SnapshotReading(SnapshotText text) {
        this.text = text;
    }

    SchemaSnapshot read() {
        var root = compose();
        if (!(root instanceof MappingNode mapping)) {
            throw text.problemAt(0, "this is not a snapshot of a schema", WRITE_ANEW);
        }
        var entries = entries(mapping);
        checkFormat(entries.get(SnapshotYaml.FORMAT_KEY));
        var server = number(entries.get(SnapshotYaml.SERVER_KEY), SnapshotYaml.SERVER_KEY, mapping);
        var objects = new ArrayList<SchemaObject>();
        entries.forEach((key, entry) -> {
            if (key.equals(SnapshotYaml.NO_SCHEMA)) {
                objects.addAll(objects("", entry));
            } else if (key.startsWith(SnapshotYaml.SCHEMA)) {
                objects.addAll(objects(key.substring(SnapshotYaml.SCHEMA.length()), entry));
            } else if (!key.equals(SnapshotYaml.FORMAT_KEY) && !key.equals(SnapshotYaml.SERVER_KEY)) {
                throw text.problem(
                        "a snapshot has no `" + key + "`",
                        "take it out; there are format, server, database and `schema NAME`",
                        entry.key().getStartMark());
            }
        });
        return new SchemaSnapshot(server * 10_000, objects);
    }

    private @Nullable Node compose() {
        var limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setCodePointLimit(MAX_CHARACTERS);
        try {
            return new Yaml(new SafeConstructor(limits)).compose(new StringReader(text.text()));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw text.problem("this is not YAML: " + e.getProblem(), WRITE_ANEW, mark);
        } catch (ReaderException e) {
            throw text.problemAt(
                    e.getPosition(),
                    "YAML takes no control characters: this is " + String.format("U+%04X", e.getCodePoint()),
                    WRITE_ANEW);
        } catch (YAMLException e) {
            throw text.problemAt(0, "this is not YAML: " + e.getMessage(), WRITE_ANEW);
        }
    }

    private void checkFormat(@Nullable Entry format) {
        if (format == null) {
            throw text.problemAt(0, "this is not a snapshot of a schema: it has no `format`", WRITE_ANEW);
        }
        var written = number(format, SnapshotYaml.FORMAT_KEY, format.value());
        if (written > SnapshotYaml.FORMAT) {
            throw text.problem(
                    "format " + written + " is newer than this release reads, which is " + SnapshotYaml.FORMAT,
                    "use the release that wrote it, or " + WRITE_ANEW,
                    format.value().getStartMark());
        }
        if (written < FIRST_SUPPORTED_FORMAT) {
            throw text.problem(
                    "there is no format " + written, WRITE_ANEW, format.value().getStartMark());
        }
    }

    private int number(@Nullable Entry entry, String key, Node whole) {
        if (entry == null) {
            throw text.problem("`" + key + "` is missing", WRITE_ANEW, whole.getStartMark());
        }
        var value = text(entry.value(), key);
        if (!value.matches("[0-9]{1,4}")) {
            throw text.problem(
                    "`" + key + "` is a number, not " + value,
                    WRITE_ANEW,
                    entry.value().getStartMark());
        }
        return Integer.parseInt(value);
    }

    private List<SchemaObject> objects(String schema, Entry group) {
        return entries(mapping(group)).entrySet().stream()
                .map(entry -> object(name(schema, entry.getKey(), entry.getValue()), entry.getValue()))
                .toList();
    }

    private SchemaObject object(ObjectName name, Entry entry) {
        var attributes = new EnumMap<Attribute, List<String>>(Attribute.class);
        var parts = new ArrayList<SchemaObject>();
        entries(mapping(entry)).forEach((key, inner) -> {
            if (inner.value() instanceof MappingNode) {
                var kind = kind(key).filter(ObjectKind::isPart).orElseThrow(() -> unknown(key, inner));
                parts.add(object(name.part(kind, named(kind, key)), inner));
            } else {
                attributes.put(attribute(key, inner), values(inner, key));
            }
        });
        return new SchemaObject(name, attributes, parts);
    }

    private ObjectName name(String schema, String key, Entry entry) {
        var kind = kind(key).filter(found -> !found.isPart()).orElseThrow(() -> unknown(key, entry));
        return ObjectName.in(schema, kind, named(kind, key));
    }

    private static Optional<ObjectKind> kind(String key) {
        return KINDS.stream()
                .filter(prefix -> key.startsWith(prefix.text()))
                .map(Prefix::kind)
                .findFirst();
    }

    private static String named(ObjectKind kind, String key) {
        return key.substring(kind.sql().length() + 1);
    }

    private SnapshotFileException unknown(String key, Entry entry) {
        var words = key.split(" ", -1);
        return text.problem(
                "`" + key + "` is nothing that can stand here: there is no object called `" + words[0] + " …`",
                NearestWord.find(
                                words[0],
                                Stream.of(ObjectKind.values())
                                        .map(ObjectKind::sql)
                                        .toList())
                        .map(nearest -> "did you mean `" + nearest + " …`? Or " + WRITE_ANEW)
                        .orElse(WRITE_ANEW),
                entry.key().getStartMark());
    }

    private Attribute attribute(String key, Entry entry) {
        var attribute = ATTRIBUTES.get(key);
        if (attribute == null) {
            throw text.problem(
                    "nothing has an attribute `" + key + "`",
                    NearestWord.find(key, ATTRIBUTES.keySet())
                            .map(nearest -> "did you mean `" + nearest + "`? Or " + WRITE_ANEW)
                            .orElse(WRITE_ANEW),
                    entry.key().getStartMark());
        }
        return attribute;
    }

    private List<String> values(Entry entry, String key) {
        if (entry.value() instanceof SequenceNode sequence) {
            if (sequence.getValue().isEmpty()) {
                throw text.problem("`" + key + "` is an empty list", "take it out", sequence.getStartMark());
            }
            return sequence.getValue().stream().map(node -> text(node, key)).toList();
        }
        return List.of(text(entry.value(), key));
    }

    private String text(Node node, String key) {
        if (node instanceof ScalarNode scalar
                && !(scalar.getScalarStyle() == ScalarStyle.PLAIN
                        && scalar.getValue().isEmpty())) {
            return scalar.getValue();
        }
        throw text.problem("`" + key + "` is a text, and this is none", WRITE_ANEW, node.getStartMark());
    }

    private MappingNode mapping(Entry entry) {
        if (entry.value() instanceof MappingNode mapping) {
            return mapping;
        }
        throw text.problem(
                "here is a text or a list, where the parts of an object belong",
                WRITE_ANEW,
                entry.value().getStartMark());
    }

    private Map<String, Entry> entries(MappingNode mapping) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var tuple : mapping.getValue()) {
            var key = text(tuple.getKeyNode(), "a key");
            if (entries.put(key, new Entry(tuple.getKeyNode(), tuple.getValueNode())) != null) {
                throw text.problem(
                        "`" + key + "` stands here twice",
                        "take one out; after a merge, " + WRITE_ANEW,
                        tuple.getKeyNode().getStartMark());
            }
        }
        return entries;
    }

    /** How the key of an object begins. */
    private record Prefix(String text, ObjectKind kind) {}

    private record Entry(Node key, Node value) {}
}
