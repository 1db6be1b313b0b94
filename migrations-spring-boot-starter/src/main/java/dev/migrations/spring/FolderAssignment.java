package dev.migrations.spring;

import dev.migrations.migration.DatabaseSelector;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.problem.NearestWord;
import dev.migrations.problem.Problem;
import dev.migrations.spring.database.ApplicationDatabase;
import dev.migrations.spring.database.ApplicationDatabases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which databases each folder runs on: those that its {@code dbpool-name} names, else the only or preferred one.
 * Collects everything that is wrong, to tell it before the first folder runs.
 */
final class FolderAssignment {

    private final ApplicationDatabases databases;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<List<Object>, String> owners = new HashMap<>();

    private FolderAssignment(ApplicationDatabases databases) {
        this.databases = databases;
    }

    /**
     * The folders in their order.
     *
     * @throws DatabaseChoiceException if a name means no database, none can be chosen, or two folders share a history
     */
    static List<AssignedFolder> of(List<MigrationFolder> folders, ApplicationDatabases databases) {
        var assignment = new FolderAssignment(databases);
        return assignment.orRefuse(folders.stream().map(assignment::assign).toList());
    }

    /** The same, where a folder that is not enabled is meant, too. */
    static List<AssignedFolder> explicitly(List<MigrationFolder> folders, ApplicationDatabases databases) {
        var assignment = new FolderAssignment(databases);
        var assigned = folders.stream().map(assignment::assign).toList();
        assigned.stream()
                .filter(folder -> !folder.isEnabled())
                .forEach(folder -> assignment.problems.addAll(folder.problems()));
        return assignment.orRefuse(assigned);
    }

    private List<AssignedFolder> orRefuse(List<AssignedFolder> assigned) {
        if (!problems.isEmpty()) {
            throw new DatabaseChoiceException(problems);
        }
        return assigned;
    }

    /** A folder that is not enabled may name a database that this instance does not have: nobody runs it by itself. */
    private AssignedFolder assign(MigrationFolder folder) {
        var settings = folder.settings();
        var wrong = settings.databases().isEmpty() ? unchosen(folder) : unmatched(folder);
        if (settings.enabled()) {
            problems.addAll(wrong);
        }
        var chosen = wrong.isEmpty() ? choose(settings.databases()) : List.<ApplicationDatabase>of();
        chosen.forEach(database -> claim(folder, database));
        return new AssignedFolder(folder, chosen, wrong);
    }

    private List<ApplicationDatabase> choose(DatabaseSelector selector) {
        return selector.isEmpty() ? databases.findPreferred().stream().toList() : databases.select(selector);
    }

    private List<Problem> unchosen(MigrationFolder folder) {
        return databases.findPreferred().isPresent() ? List.of() : List.of(noneChosen(folder));
    }

    private List<Problem> unmatched(MigrationFolder folder) {
        return folder.settings().databases().unmatched(databases.names()).stream()
                .map(pattern -> unknown(folder, pattern))
                .toList();
    }

    private void claim(MigrationFolder folder, ApplicationDatabase database) {
        var table = folder.settings().schemaTable();
        var owner = owners.putIfAbsent(List.of(database.place(), table), folder.name());
        if (owner != null) {
            problems.add(Problem.of(
                    "shared-history-table",
                    "the folders " + owner + " and " + folder.name() + " would both keep their history in " + table
                            + " of " + database + ", and each would take the other's migrations for missing",
                    "give " + folder.name() + " a table of its own in its migration.yaml, such as `schema-table: "
                            + table.table() + "_2`, or another `dbpool-name`"));
        }
    }

    private Problem noneChosen(MigrationFolder folder) {
        var names = databases.names();
        if (names.isEmpty()) {
            return Problem.of(
                    "no-database",
                    "there is no database for " + folder.name()
                            + ": the application has no DataSource, and migrations.databases is empty",
                    "set spring.datasource.url, or migrations.databases.<name>.url");
        }
        return Problem.of(
                "database-not-chosen",
                folder.name() + " does not say which database it runs on, and none of them is the primary one: "
                        + String.join(", ", names),
                "write `dbpool-name: " + names.get(0) + "` into " + folder.name()
                        + "/migration.yaml, or make one DataSource @Primary");
    }

    private Problem unknown(MigrationFolder folder, String pattern) {
        var names = databases.names();
        var nearest = NearestWord.find(pattern, names);
        return Problem.of(
                "unknown-database",
                folder.name() + "/migration.yaml: dbpool-name \"" + pattern + "\" names no database; " + known(names),
                nearest.map(name -> "did you mean `dbpool-name: " + name + "`?")
                        .orElse("name a DataSource bean, or set migrations.databases." + pattern + ".url"));
    }

    private static String known(List<String> names) {
        return switch (names.size()) {
            case 0 -> "there is none";
            case 1 -> "there is only " + names.get(0);
            default -> "there are " + String.join(", ", names);
        };
    }
}
