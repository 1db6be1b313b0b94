package dev.migrations.migration;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;

/** One place that holds a migration tree, or a part of it. */
interface FileRoot {

    /** Where it is, for a person who has to find it. */
    String url();

    /** All its files, at any depth, but hidden ones; in one pass. */
    List<TreeFile> list() throws IOException;

    /** Keeps the place open, which makes it cheap to open many files, one after the other. */
    default Closeable hold() throws IOException {
        return () -> {};
    }

    /** Keeps several places open, until the one that is returned is closed. */
    static Closeable holdAll(List<FileRoot> roots) throws IOException {
        var held = new ArrayDeque<Closeable>();
        Closeable all = () -> {
            while (!held.isEmpty()) {
                held.pop().close();
            }
        };
        try {
            for (var root : roots) {
                held.push(root.hold());
            }
            return all;
        } catch (IOException e) {
            all.close();
            throw e;
        }
    }
}
