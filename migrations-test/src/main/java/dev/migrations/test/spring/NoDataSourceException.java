package dev.migrations.test.spring;

import dev.migrations.migration.MigrationFolder;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.NearestWord;
import dev.migrations.problem.Problem;
import java.util.List;

/** A folder of migrations has no data source in the context of a test. */
public final class NoDataSourceException extends MigrationException {

    private static final long serialVersionUID = 1;

    private NoDataSourceException(Problem problem) {
        super(List.of(problem), null);
    }

    static NoDataSourceException of(List<MigrationFolder> folders, List<String> beans) {
        return new NoDataSourceException(Problem.of(
                "no-data-source",
                "none of the " + folders.size()
                        + " folders of migrations is for a DataSource of this test's context, which has " + known(beans)
                        + ".",
                "name a DataSource bean in a folder's migration.yaml, or let the test's context have one."));
    }

    static NoDataSourceException unknown(MigrationFolder folder, String name, List<String> beans) {
        return new NoDataSourceException(Problem.of(
                "unknown-database",
                folder.name() + "/migration.yaml: dbpool-name \"" + name
                        + "\" is no DataSource of this test's context, which has " + known(beans) + ".",
                NearestWord.find(name, beans)
                        .map(nearest -> "did you mean `dbpool-name: " + nearest + "`?")
                        .orElse("add the configuration that has it: @Import, or classes = … of the test.")));
    }

    static NoDataSourceException notChosen(MigrationFolder folder, List<String> beans) {
        return new NoDataSourceException(Problem.of(
                "database-not-chosen",
                folder.name() + " does not say which DataSource it is for, and this test's context has " + known(beans)
                        + ".",
                beans.isEmpty()
                        ? "set spring.datasource.url to any value, so that there is a DataSource to replace."
                        : "write `dbpool-name: " + beans.get(0)
                                + "` into its migration.yaml, or make one DataSource @Primary."));
    }

    private static String known(List<String> beans) {
        return beans.isEmpty() ? "none" : String.join(", ", beans);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }
}
