package dev.migrations.rule;

import dev.migrations.ddl.CreateIndex;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Maintenance.Reindex;
import java.util.List;
import java.util.Locale;

/** PostgreSQL 14.0 to 14.3 could leave rows out of an index that was built concurrently (release notes of 14.4). */
final class ConcurrentIndexCorruption implements LintRule {

    @Override
    public String code() {
        return "concurrent-index-corruption";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!isCorrupting(around.server())) {
            return List.of();
        }
        if (statement instanceof CreateIndex index && index.concurrently() && !around.isCold(index.table())) {
            var name = index.name() == null ? "the index" : index.name().sql();
            return List.of(finding(
                    statement,
                    "%s on %s".formatted(name, index.table()),
                    ConcurrentIndex.create(index),
                    around.server()));
        }
        if (statement instanceof Reindex reindex && reindex.concurrently()) {
            var target = reindex.target().name().toLowerCase(Locale.ROOT);
            var name = reindex.name() == null ? target : target + " " + reindex.name();
            return List.of(finding(
                    statement,
                    name,
                    "reindex %s concurrently%s;".formatted(target, reindex.name() == null ? "" : " " + reindex.name()),
                    around.server()));
        }
        return List.of();
    }

    private static boolean isCorrupting(ServerVersion server) {
        var minor = server.minor();
        return server.major() == 14 && minor != null && minor < 4;
    }

    private Finding finding(DdlStatement statement, String built, String sql, ServerVersion server) {
        return finding(
                statement.place(),
                "PostgreSQL %s.%s may leave rows out of %s: built concurrently, it misses what is written meanwhile, and queries then miss those rows"
                        .formatted(server.major(), server.minor(), built),
                "update the server to the last release of 14 first",
                LastResort.sql(code(), "every server is 14.4 or later by now", sql));
    }
}
