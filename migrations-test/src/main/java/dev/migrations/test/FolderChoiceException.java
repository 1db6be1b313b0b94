package dev.migrations.test;

import dev.migrations.migration.MigrationFolder;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.NearestWord;
import dev.migrations.problem.Problem;
import java.util.List;

/** A test does not say, or says wrongly, which folder it means. */
public final class FolderChoiceException extends MigrationException {

    private static final long serialVersionUID = 1;

    private FolderChoiceException(Problem problem) {
        super(List.of(problem), null);
    }

    static FolderChoiceException notChosen(String location, List<MigrationFolder> folders) {
        if (folders.isEmpty()) {
            return new FolderChoiceException(Problem.of(
                    "no-folder",
                    location + " holds no migrations.",
                    "put 001_create_users.up.sql there, or name another place: @MigratedDatabase(location = \"…\")."));
        }
        return new FolderChoiceException(Problem.of(
                "folder-not-chosen",
                "which of the folders in " + location + " is meant? There are " + names(folders) + ".",
                "write @MigratedDatabase(\"" + folders.get(0).name() + "\")."));
    }

    static FolderChoiceException unknown(String location, String folder, List<MigrationFolder> folders) {
        var nearest = NearestWord.find(
                folder, folders.stream().map(MigrationFolder::name).toList());
        return new FolderChoiceException(Problem.of(
                "unknown-folder",
                "there is no folder and no database \"" + folder + "\" in " + location + "; there are " + names(folders)
                        + ".",
                "write @MigratedDatabase(\"" + nearest.orElse(folders.get(0).name()) + "\")."));
    }

    private static String names(List<MigrationFolder> folders) {
        return String.join(", ", folders.stream().map(MigrationFolder::name).toList());
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.USAGE;
    }
}
