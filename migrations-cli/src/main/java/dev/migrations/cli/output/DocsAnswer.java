package dev.migrations.cli.output;

import java.util.List;

/**
 * What became of the files of a reference; paths are below the directory.
 *
 * @param directory where they are
 * @param work      whether they were written, or only compared
 * @param files     all of them
 * @param changed   those that were written, or would be
 * @param stale     files of an earlier reference that were removed, or would be
 */
public record DocsAnswer(String directory, Work work, List<String> files, List<String> changed, List<String> stale) {

    public DocsAnswer {
        files = List.copyOf(files);
        changed = List.copyOf(changed);
        stale = List.copyOf(stale);
    }

    /** What was done. */
    public enum Work {
        WRITE,
        CHECK
    }

    /** Whether the files were as they should be. */
    public boolean isUpToDate() {
        return changed.isEmpty() && stale.isEmpty();
    }
}
