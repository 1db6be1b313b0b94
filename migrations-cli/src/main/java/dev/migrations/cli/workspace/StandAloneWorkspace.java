package dev.migrations.cli.workspace;

import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Databases from options, environment variables and an {@code application.yml}. */
public final class StandAloneWorkspace implements Workspace {

    private final ConnectionOptions options;
    private final Map<String, String> environment;

    private StandAloneWorkspace(ConnectionOptions options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }

    /** Nothing is read or opened before a command asks for databases. */
    public static StandAloneWorkspace of(ConnectionOptions options, Map<String, String> environment) {
        return new StandAloneWorkspace(options, environment);
    }

    @Override
    public String location() {
        return "migrations";
    }

    @Override
    public ClassLoader classLoader() {
        return StandAloneWorkspace.class.getClassLoader();
    }

    @Override
    public List<AssignedFolder> assign(List<MigrationFolder> folders) {
        var databases = KnownDatabases.of(options, environment);
        var problems = new ArrayList<Problem>();
        var owners = new HashMap<String, String>();
        var assigned = new ArrayList<AssignedFolder>();
        for (var folder : folders) {
            var sources = new LinkedHashMap<String, ConnectionSource>();
            databases.choose(folder, problems).forEach((name, address) -> {
                var table = address.place() + "/" + folder.settings().schemaTable();
                var owner = owners.putIfAbsent(table, folder.name());
                if (owner != null) {
                    problems.add(shared(owner, folder, name));
                }
                sources.put(name, address.source());
            });
            assigned.add(new AssignedFolder(folder, sources));
        }
        if (!problems.isEmpty()) {
            throw UsageException.of(problems);
        }
        return assigned;
    }

    private static Problem shared(String owner, MigrationFolder folder, String database) {
        return Problem.of(
                "shared-history-table",
                "the folders " + owner + " and " + folder.name() + " would both keep their history in "
                        + folder.settings().schemaTable() + " of " + database
                        + ", and each would take the other's migrations for missing.",
                "choose one with --folder " + folder.name()
                        + ", or name the databases of both with --config application.yml.");
    }
}
