package dev.migrations.docs.folder;

import java.util.List;

/**
 * How a directory and a reference differ; paths are below the directory, in order.
 *
 * @param files   all files of the reference
 * @param changed those that are not there, or differ
 * @param stale   files of an earlier reference that is in this one no more
 */
public record DocsChanges(List<String> files, List<String> changed, List<String> stale) {

    public DocsChanges {
        files = List.copyOf(files);
        changed = List.copyOf(changed);
        stale = List.copyOf(stale);
    }

    /** Whether they do not. */
    public boolean isEmpty() {
        return changed.isEmpty() && stale.isEmpty();
    }
}
