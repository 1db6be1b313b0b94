package dev.migrations.cli.command;

import dev.migrations.cli.output.Printer;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import dev.migrations.migration.MigrationTree.Layout;
import dev.migrations.problem.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which folders of a tree a command is about. */
final class FolderChoice {

    private final MigrationTree tree;
    private final @Nullable String named;

    private FolderChoice(MigrationTree tree, @Nullable String named) {
        this.tree = tree;
        this.named = named;
    }

    static FolderChoice of(MigrationTree tree, @Nullable String named) {
        return new FolderChoice(tree, named);
    }

    /** The one that is named, else all that are enabled; the only folder of a flat layout is meant in any case. */
    List<MigrationFolder> all(Printer printer) {
        if (named != null) {
            return List.of(find(named));
        }
        var folders = new ArrayList<MigrationFolder>();
        for (var folder : tree.folders()) {
            if (folder.settings().enabled() || tree.layout() == Layout.FLAT) {
                folders.add(folder);
            } else {
                printer.skipped(folder);
            }
        }
        return List.copyOf(folders);
    }

    /** The one that is named, else the only one. */
    MigrationFolder one(String command) {
        if (named != null) {
            return find(named);
        }
        if (tree.folders().size() > 1) {
            throw UsageException.of(
                    "folder-not-chosen",
                    "`" + command + "` works on one folder, and there are " + names() + ".",
                    "name one: --folder " + tree.folders().get(0).name());
        }
        return tree.folders().get(0);
    }

    private MigrationFolder find(String name) {
        return tree.folders().stream()
                .filter(folder -> folder.name().equals(name))
                .findFirst()
                .orElseThrow(() -> UsageException.of(
                        "unknown-folder",
                        "there is no folder " + name + "; there are " + names() + ".",
                        NearestWord.find(name, folderNames())
                                .map(nearest -> "did you mean --folder " + nearest + "?")
                                .orElse("name one of them.")));
    }

    private List<String> folderNames() {
        return tree.folders().stream().map(MigrationFolder::name).toList();
    }

    private String names() {
        return folderNames().stream().collect(Collectors.joining(", "));
    }
}
