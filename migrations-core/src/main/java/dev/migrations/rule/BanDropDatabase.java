package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.Drop;
import dev.migrations.ddl.ObjectKind;
import java.util.List;

/** No migration of one database should be able to drop another. */
final class BanDropDatabase implements LintRule {

    @Override
    public String code() {
        return "ban-drop-database";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof Drop drop) || drop.kind() != ObjectKind.DATABASE) {
            return List.of();
        }
        var database = drop.names().get(0);
        return List.of(finding(
                drop.place(),
                "dropping the database %s takes all that is in it, in every environment in which this script runs"
                        .formatted(database),
                "drop it by hand, where it is meant: dropdb %s; or say that this is meant".formatted(database),
                """
                -- migrations: lint-ignore=ban-drop-database because nobody uses %s any more
                drop database if exists %s;""".formatted(database, database)));
    }
}
