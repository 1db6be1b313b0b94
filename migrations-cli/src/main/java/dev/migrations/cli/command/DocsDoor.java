package dev.migrations.cli.command;

import dev.migrations.MigratedSchema;
import dev.migrations.cli.output.DocsAnswer;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.docs.DatabaseDocs;
import dev.migrations.docs.DocsFormat;
import dev.migrations.docs.folder.DocsFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The only way to the module of the reference, which brings a layout library that most applications do without. */
final class DocsDoor {

    private DocsDoor() {}

    /** Refuses where the module is left out. */
    static void check() {
        try {
            Class.forName("dev.migrations.docs.DatabaseDocs", false, DocsDoor.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw UsageException.of(
                    "no-docs",
                    "what writes the reference is not a part of this application.",
                    "add the dependency dev.migrations:migrations-docs, or use the stand-alone command line.");
        }
    }

    static DocsAnswer render(
            Map<String, MigratedSchema> databases, String format, Path directory, DocsAnswer.Work work) {
        var files = DatabaseDocs.render(databases, DocsFormat.valueOf(format.toUpperCase(Locale.ROOT)));
        var folder = DocsFolder.at(directory);
        var changes = work == DocsAnswer.Work.CHECK ? folder.compare(files) : folder.write(files);
        return new DocsAnswer(directory.toString(), work, changes.files(), changes.changed(), changes.stale());
    }
}
