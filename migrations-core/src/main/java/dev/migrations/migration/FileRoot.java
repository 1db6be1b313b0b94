package dev.migrations.migration;

import java.io.IOException;
import java.util.List;

/** One place that holds a migration tree, or a part of it. */
interface FileRoot {

    /** Where it is, for a person who has to find it. */
    String url();

    /** All its files, at any depth, but hidden ones; in one pass. */
    List<TreeFile> list() throws IOException;
}
