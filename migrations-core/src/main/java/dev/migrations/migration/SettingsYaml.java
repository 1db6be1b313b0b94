package dev.migrations.migration;

import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Settings as a YAML mapping, read as nodes so that each error has its place; nothing is constructed.
 *
 * <p>What settings never need, and what can be made to explode (anchors, aliases, tags, deep nesting, several documents), is
 * refused at the event that brings it, before the nodes are composed. SnakeYAML's own limits stand behind.
 */
final class SettingsYaml {

    private static final String CODE = "settings-syntax";
    private static final int MAX_DEPTH = 10;

    private final SettingsText text;

    SettingsYaml(SettingsText text) {
        this.text = text;
    }

    /** The entries of the mapping in the file, in their order; none when it is empty. */
    List<NodeTuple> entries() throws BadSettings {
        try {
            checkEvents();
            var root = yaml().compose(new StringReader(text.text()));
            if (root == null
                    || (root instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL))) {
                return List.of();
            }
            if (root instanceof MappingNode mapping) {
                return mapping.getValue();
            }
            throw new BadSettings(text.problem(
                    CODE,
                    "settings are keys with values, not " + (root instanceof ScalarNode ? "a single word" : "a list"),
                    "write each as `key: value`, such as `dbpool-name: db_main`",
                    root.getStartMark()));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            throw new BadSettings(text.problem(
                    CODE,
                    "this is not YAML: " + e.getProblem(),
                    "write each setting as `key: value` on a line of its own, with text that YAML would misread in quotes",
                    mark));
        } catch (ReaderException e) {
            throw new BadSettings(text.problemAt(
                    e.getPosition(),
                    CODE,
                    "YAML takes no control characters: this is " + String.format("U+%04X", e.getCodePoint()),
                    "delete it"));
        } catch (YAMLException e) {
            throw new BadSettings(
                    text.problemAt(0, CODE, "this is not YAML: " + e.getMessage(), "write plain settings only"));
        }
    }

    private void checkEvents() throws BadSettings {
        var documents = 0;
        var depth = 0;
        for (var event : yaml().parse(new StringReader(text.text()))) {
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw refuse(
                        event, "a settings file holds one document, and here a second one begins", "delete the ---");
            }
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw refuse(event, "settings are not nested this deep", "write each as `key: value`");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof NodeEvent node && (event instanceof AliasEvent || node.getAnchor() != null)) {
                throw refuse(
                        event,
                        "settings take no anchors (&) and aliases (*)",
                        "write the value out, in quotes if it begins with & or *");
            }
            if (hasTag(event)) {
                throw refuse(
                        event, "settings take no tags (!)", "write the value alone, in quotes if it begins with !");
            }
        }
    }

    private static boolean hasTag(Event event) {
        return (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof CollectionStartEvent collection && collection.getTag() != null);
    }

    private BadSettings refuse(Event event, String message, String hint) {
        return new BadSettings(text.problem(CODE, message, hint, event.getStartMark()));
    }

    private static Yaml yaml() {
        var limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setCodePointLimit(SettingsText.MAX_BYTES);
        return new Yaml(new SafeConstructor(limits));
    }
}
