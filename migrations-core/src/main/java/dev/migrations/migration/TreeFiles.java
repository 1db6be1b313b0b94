package dev.migrations.migration;

import dev.migrations.problem.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a tree that matter, from all its roots: SQL and settings. One path in two roots is one file if both hold the
 * same bytes, which happens when a module is on the class path twice.
 */
final class TreeFiles {

    private final SortedMap<String, TreeFile> byPath = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    static TreeFiles list(List<FileRoot> roots) {
        var files = new TreeFiles();
        for (var root : roots) {
            try {
                root.list().stream()
                        .filter(TreeFiles::matters)
                        .sorted(Comparator.comparing(TreeFile::path))
                        .forEach(files::add);
            } catch (IOException e) {
                files.problems.add(
                        Problem.of("unreadable", root.url() + " cannot be listed: " + e, "check its permissions"));
            }
        }
        return files;
    }

    /** By path. */
    List<TreeFile> all() {
        return List.copyOf(byPath.values());
    }

    List<Problem> problems() {
        return problems;
    }

    static boolean isSql(TreeFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    /** Also names that were meant to be {@code migration.yaml}, which would else be passed over in silence. */
    static boolean isSettings(TreeFile file) {
        return file.name().toLowerCase(Locale.ROOT).matches("migrations?\\.ya?ml");
    }

    private static boolean matters(TreeFile file) {
        return isSql(file) || isSettings(file);
    }

    private void add(TreeFile file) {
        var first = byPath.putIfAbsent(file.path(), file);
        if (first != null) {
            compare(first, file);
        }
    }

    private void compare(TreeFile first, TreeFile second) {
        try {
            if (!sameBytes(first, second)) {
                problems.add(Problem.of(
                        "conflict",
                        "the class path has two different files " + second.path() + ": " + first.url() + " and "
                                + second.url(),
                        "delete or rename one of them, or take its jar off the class path"));
            }
        } catch (IOException e) {
            problems.add(Problem.of("unreadable", second.url() + " cannot be read: " + e, "check its permissions"));
        }
    }

    private static boolean sameBytes(TreeFile first, TreeFile second) throws IOException {
        try (var left = new BufferedInputStream(first.open());
                var right = new BufferedInputStream(second.open())) {
            int next;
            do {
                next = left.read();
                if (next != right.read()) {
                    return false;
                }
            } while (next >= 0);
            return true;
        }
    }
}
