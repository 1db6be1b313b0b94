package dev.migrations.test;

import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.test.server.TestServer;
import dev.migrations.test.template.SeedScript;
import dev.migrations.test.template.TemplateContents;
import dev.migrations.test.template.TemplateDatabase;
import java.util.List;

/** What an annotation asks for; two that ask for the same get the same database. */
record TemplateRequest(String location, String folder, List<String> scripts, String upTo) {

    TemplateRequest {
        scripts = List.copyOf(scripts);
    }

    static TemplateRequest of(MigratedDatabase annotation) {
        return new TemplateRequest(
                annotation.location(), annotation.value(), List.of(annotation.scripts()), annotation.upTo());
    }

    /** Reads the files; nothing is built yet. */
    TemplateDatabase template(ClassLoader classLoader) {
        var folders = choose(MigrationTree.read(location, classLoader).folders());
        var seeds = scripts.stream()
                .map(script -> SeedScript.read(script, classLoader))
                .toList();
        var contents = TemplateContents.of(folders).withScripts(seeds);
        return TemplateDatabase.of(
                upTo.isEmpty() ? contents : contents.upTo(MigrationVersion.parse(upTo)), TestServer.find());
    }

    private List<MigrationFolder> choose(List<MigrationFolder> folders) {
        if (folder.isEmpty()) {
            if (folders.size() != 1) {
                throw FolderChoiceException.notChosen(location, folders);
            }
            return folders;
        }
        var named = folders.stream().filter(each -> each.name().equals(folder)).toList();
        var found = named.isEmpty()
                ? folders.stream()
                        .filter(each -> !each.settings()
                                .databases()
                                .select(List.of(folder))
                                .isEmpty())
                        .toList()
                : named;
        if (found.isEmpty()) {
            throw FolderChoiceException.unknown(location, folder, folders);
        }
        return found;
    }
}
