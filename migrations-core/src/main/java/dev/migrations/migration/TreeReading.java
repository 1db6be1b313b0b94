package dev.migrations.migration;

import dev.migrations.migration.MigrationTree.Layout;
import dev.migrations.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the folders in a tree.
 *
 * <ol>
 *   <li>All files are listed once, and put together by directory.
 *   <li>A subfolder counts when it holds a {@code migration.yaml}; if none does, the root is the folder.
 *   <li>SQL that then belongs to no folder is a problem in the root, and a warning elsewhere.
 *   <li>The settings of all folders are read; all problems of the tree are thrown together.
 * </ol>
 */
final class TreeReading {

    static final String SETTINGS = "migration.yaml";

    private final TreeLocation location;
    private final SortedMap<String, List<TreeFile>> directories = new TreeMap<>(new FolderOrder());
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    TreeReading(TreeLocation location) {
        this.location = location;
    }

    MigrationTree read() {
        var files = TreeFiles.list(location.roots());
        problems.addAll(files.problems());
        files.all().forEach(file -> directories
                .computeIfAbsent(directory(file), name -> new ArrayList<>())
                .add(file));
        var counted = directories.keySet().stream().filter(this::counts).toList();
        var layout = counted.isEmpty() ? Layout.FLAT : Layout.TREE;
        if (layout == Layout.TREE) {
            checkRoot(counted);
        }
        var folders = (layout == Layout.FLAT ? List.of("") : counted)
                .stream().map(this::folder).toList();
        directories.values().forEach(this::checkSettingsNames);
        warnOfIgnored(counted);
        if (!problems.isEmpty()) {
            throw new MigrationFilesException(problems);
        }
        return new MigrationTree(location.name(), layout, folders, warnings);
    }

    private boolean counts(String directory) {
        return !directory.isEmpty()
                && !directory.contains("/")
                && files(directory).stream().anyMatch(TreeReading::isNamedRight);
    }

    private void checkRoot(List<String> counted) {
        var sql =
                files("").stream().filter(TreeFiles::isSql).map(TreeFile::name).toList();
        if (!sql.isEmpty()) {
            var more = sql.size() > 1 ? " and " + (sql.size() - 1) + " more" : "";
            problems.add(Problem.of(
                    "sql-beside-folders",
                    location.name() + "/" + sql.get(0) + more + " would never run: beside a folder with a " + SETTINGS
                            + " (" + counted.get(0) + "), each script must lie in one",
                    "move it into the folder of its database, such as " + location.name() + "/" + counted.get(0) + "/"
                            + sql.get(0)));
        }
        if (files("").stream().anyMatch(TreeReading::isNamedRight)) {
            problems.add(Problem.of(
                    "settings-beside-folders",
                    location.name() + "/" + SETTINGS + " applies to nothing: the settings of " + counted.get(0)
                            + " are in " + location.name() + "/" + counted.get(0) + "/" + SETTINGS,
                    "move what it says into the folders, and delete it"));
        }
    }

    private MigrationFolder folder(String directory) {
        var name = directory.isEmpty() ? location.name() : directory;
        var settings = FolderSettings.DEFAULT;
        var sql = new ArrayList<TreeFile>();
        for (var file : files(directory)) {
            if (TreeFiles.isSql(file)) {
                sql.add(file);
            } else if (isNamedRight(file)) {
                settings = settings(name, file);
            }
        }
        if (sql.isEmpty()) {
            warnings.add(name + " holds no SQL files, so there is nothing to run");
        }
        return new MigrationFolder(name, settings, sql);
    }

    private void checkSettingsNames(List<TreeFile> files) {
        files.stream()
                .filter(file -> TreeFiles.isSettings(file) && !isNamedRight(file))
                .forEach(file -> problems.add(Problem.of(
                        "settings-name",
                        location.name() + "/" + file.path() + " is not read: settings lie in a file called " + SETTINGS,
                        "rename it to " + SETTINGS)));
    }

    private void warnOfIgnored(List<String> counted) {
        var ignored = new TreeSet<String>(directories.comparator());
        directories.forEach((directory, files) -> {
            var top = directory.split("/", 2)[0];
            if (!directory.isEmpty()
                    && !counted.contains(directory)
                    && files.stream().anyMatch(TreeFiles::isSql)) {
                ignored.add(counted.contains(top) ? directory : top);
            }
        });
        for (var directory : ignored) {
            warnings.add(directory + " is ignored, though SQL files lie in it: "
                    + (directory.contains("/")
                            ? "a folder's migrations lie directly in it"
                            : "a subfolder counts when it holds a " + SETTINGS + " (an empty one will do)"));
        }
    }

    private FolderSettings settings(String folder, TreeFile file) {
        var shown = folder + "/" + SETTINGS;
        try (var in = file.open()) {
            var reading = SettingsReading.read(shown, in);
            problems.addAll(reading.problems());
            return reading.settings();
        } catch (IOException e) {
            problems.add(Problem.of("unreadable", file.url() + " cannot be read: " + e, "check its permissions"));
            return FolderSettings.DEFAULT;
        }
    }

    private List<TreeFile> files(String directory) {
        return directories.getOrDefault(directory, List.of());
    }

    private static String directory(TreeFile file) {
        return file.path().substring(0, Math.max(0, file.path().lastIndexOf('/')));
    }

    private static boolean isNamedRight(TreeFile file) {
        return file.name().equals(SETTINGS);
    }
}
