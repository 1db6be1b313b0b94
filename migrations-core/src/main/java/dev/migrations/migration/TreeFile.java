package dev.migrations.migration;

import dev.migrations.script.ScriptSource;

/** A file of a migration tree, wherever the tree lies. */
interface TreeFile extends ScriptSource {

    /** Its path below the root, with slashes: {@code 01_main-db/001_create_users.up.sql}. */
    String path();

    @Override
    String url();

    @Override
    default String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /** A file that editors and operating systems keep for themselves, or one in such a directory. */
    static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
