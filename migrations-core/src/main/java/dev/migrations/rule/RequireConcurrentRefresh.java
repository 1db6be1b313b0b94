package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Maintenance.Refresh;
import dev.migrations.rule.LockClaim.Cost;
import java.util.List;

/** {@code REFRESH MATERIALIZED VIEW} locks the view against its readers while its query runs (PostgreSQL manual, REFRESH MATERIALIZED VIEW). */
final class RequireConcurrentRefresh implements LintRule {

    @Override
    public String code() {
        return "require-concurrent-refresh";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof Refresh refresh) || refresh.concurrently() || around.isCold(refresh.view())) {
            return List.of();
        }
        return List.of(refresh.withData() ? filled(refresh) : emptied(refresh));
    }

    private Finding filled(Refresh refresh) {
        return finding(
                        refresh.place(),
                        "refreshing %s blocks its reads until its query has run and all of it is written anew"
                                .formatted(refresh.view()),
                        "refresh it concurrently, with reads going on; it needs a unique index of plain columns over all its rows",
                        "refresh materialized view concurrently %s;".formatted(refresh.view()))
                .claiming(new LockClaim(refresh.view(), LockMode.ACCESS_EXCLUSIVE, Cost.REWRITE));
    }

    private Finding emptied(Refresh refresh) {
        return finding(
                        refresh.place(),
                        "WITH NO DATA empties %s: every read of it fails until it is refreshed"
                                .formatted(refresh.view()),
                        "do it only to a view that nobody reads",
                        LastResort.sql(
                                code(),
                                "nobody reads %s".formatted(refresh.view()),
                                "refresh materialized view %s with no data;".formatted(refresh.view())))
                .claiming(new LockClaim(refresh.view(), LockMode.ACCESS_EXCLUSIVE, Cost.INSTANT));
    }
}
