package dev.migrations.cli.json;

import dev.migrations.cli.output.DocsAnswer;
import java.util.List;

/**
 * The files of a reference.
 *
 * @param directory where they are
 * @param upToDate  whether they were as they should be
 * @param files     all of them, below the directory
 * @param changed   those that were written, or with {@code --check} would be
 * @param stale     those that were removed, or would be
 */
record DocsBody(String directory, boolean upToDate, List<String> files, List<String> changed, List<String> stale) {

    static DocsBody of(DocsAnswer answer) {
        return new DocsBody(answer.directory(), answer.isUpToDate(), answer.files(), answer.changed(), answer.stale());
    }
}
