package dev.migrations.test.template;

import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.script.SqlScript;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a template is made of.
 *
 * @param folders in the order in which they run
 * @param upTo    the last version that is applied; null for all that there is
 * @param scripts what runs after them
 */
public record TemplateContents(
        List<MigrationFolder> folders, @Nullable MigrationVersion upTo, List<SeedScript> scripts) {

    /** To be raised when the same files make another template than before. */
    private static final String FORMAT = "1";

    private static final int LONGEST_WORDS = 24;

    public TemplateContents {
        folders = List.copyOf(folders);
        scripts = List.copyOf(scripts);
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("a template of no folder");
        }
    }

    /** All migrations of a folder. */
    public static TemplateContents of(MigrationFolder folder) {
        return of(List.of(folder));
    }

    /** All migrations of several folders that share a database. */
    public static TemplateContents of(List<MigrationFolder> folders) {
        return new TemplateContents(folders, null, List.of());
    }

    /** The same as it was at a version: what comes later, repeatables included, is not applied. */
    public TemplateContents upTo(MigrationVersion version) {
        return new TemplateContents(folders, version, scripts);
    }

    /** The same with these scripts after the migrations. */
    public TemplateContents withScripts(List<SeedScript> seeds) {
        return new TemplateContents(folders, upTo, seeds);
    }

    /**
     * Reads all files.
     *
     * @param server what else decides about the result: version, role and so on
     */
    TemplateKey key(String server) {
        var content = new Digest().add(FORMAT).add(server).add(String.valueOf(upTo));
        folders.forEach(folder -> add(folder, content));
        scripts.forEach(script -> content.add(script.sql()));
        var words = label().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        var shown = words.substring(0, Math.min(words.length(), LONGEST_WORDS));
        return new TemplateKey(Mark.TEMPLATES + shown + "_" + content.hex(), origin(), label());
    }

    private static void add(MigrationFolder folder, Digest content) {
        var set = folder.read();
        content.add(folder.settings().toString());
        for (var migration : set.migrations()) {
            add(migration.up(), content);
            migration.down().ifPresent(down -> add(down, content));
        }
        set.repeatables().forEach(repeatable -> add(repeatable.script(), content));
    }

    private static void add(SqlScript script, Digest content) {
        content.add(script.name()).add(script.checksum());
    }

    /** Builds of one project work in one directory; two checkouts do not drop each other's templates. */
    private String origin() {
        var origin = new Digest().add(System.getProperty("user.dir")).add(label());
        scripts.forEach(script -> origin.add(script.name()));
        return origin.hex();
    }

    private String label() {
        var names = folders.stream().map(MigrationFolder::name).collect(Collectors.joining(" "));
        return upTo == null ? names : names + " up to " + upTo;
    }
}
