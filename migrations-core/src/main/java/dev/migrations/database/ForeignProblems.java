package dev.migrations.database;

import dev.migrations.history.ForeignTool;
import dev.migrations.problem.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words for the history table of another tool. */
final class ForeignProblems {

    private ForeignProblems() {}

    static Problem inOurPlace(TableName table, List<String> columns) {
        var owner = findOwner(columns);
        return Problem.of(
                "foreign-history-table",
                "the table " + table + " is " + words(owner, columns) + ", not a history of these migrations.",
                "keep it and name another one in migration.yaml, `schema-table: " + table.schema()
                        + ".migrations_history`; then "
                        + owner.map(tool -> "run `adopt --from " + tool.word() + "`, which takes over what it says.")
                                .orElse("declare what is applied already with `baseline <version>`."));
    }

    static Problem notThere(ForeignTool tool, String table) {
        return Problem.of(
                "no-foreign-table",
                "there is no table " + table + " here, so " + tool.title() + " has no history in this database.",
                "connect to the database that " + tool.title() + " migrates; or name its table, `adopt --from "
                        + tool.word() + " --table schema.table`.");
    }

    static Problem several(ForeignTool tool, List<TableName> tables) {
        return Problem.of(
                "several-foreign-tables",
                tool.title() + " has more than one history here: "
                        + tables.stream().map(TableName::toString).collect(Collectors.joining(", ")) + ".",
                "name one of them: `adopt --from " + tool.word() + " --table " + tables.get(0) + "`.");
    }

    static Problem otherTool(ForeignTool tool, TableName table, List<String> columns) {
        var owner = findOwner(columns);
        return Problem.of(
                "other-tool",
                "the table " + table + " is " + words(owner, columns) + ", not that of " + tool.title() + ".",
                owner.map(other -> "run `adopt --from " + other.word() + "`.")
                        .orElse("name the table, `adopt --from " + tool.word() + " --table schema.table`."));
    }

    static Problem atWork(ForeignTool tool, TableName table, Duration waited) {
        return Problem.of(
                "lock-not-acquired",
                tool.title() + " is at work on " + table + ", and " + waited.toSeconds()
                        + " s were not enough to wait for it.",
                tool == ForeignTool.LIQUIBASE
                        ? "let it finish and try again; if no Liquibase runs any more, `liquibase release-locks`."
                        : "let it finish and try again.");
    }

    static Problem cannotRead(String table, String user, PostgresError error) {
        return Problem.of(
                        "right-missing",
                        "the role " + user + " may not read " + table + ": " + error.message() + ".",
                        "grant select on " + table + " to " + TableName.quote(user) + ";")
                .withSqlState(error.sqlState());
    }

    private static String words(Optional<ForeignTool> owner, Collection<String> columns) {
        return owner.map(tool -> tool == ForeignTool.DBMATE
                        ? "that of dbmate, Rails or another tool with one row for each version"
                        : tool.title() + "'s")
                .orElseGet(() -> columns.contains("segment_checksums")
                        ? "a history of these migrations"
                        : "of another make (columns "
                                + columns.stream().sorted().collect(Collectors.joining(", ")) + ")");
    }

    private static Optional<ForeignTool> findOwner(Collection<String> columns) {
        if (columns.contains("installed_rank")) {
            return Optional.of(ForeignTool.FLYWAY);
        }
        if (columns.contains("dirty")) {
            return Optional.of(ForeignTool.GOLANG_MIGRATE);
        }
        if (columns.contains("orderexecuted") || columns.contains("md5sum")) {
            return Optional.of(ForeignTool.LIQUIBASE);
        }
        if (columns.contains("version_id")) {
            return Optional.of(ForeignTool.GOOSE);
        }
        return Set.copyOf(columns).equals(Set.of("version")) ? Optional.of(ForeignTool.DBMATE) : Optional.empty();
    }
}
