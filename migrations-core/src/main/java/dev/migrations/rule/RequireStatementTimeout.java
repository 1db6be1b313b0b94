package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.rule.Timeouts.Limit;
import java.util.List;

/** A statement that takes longer than planned blocks for as long as it runs. This engine asks for no limit where none is set, for a backfill or an index may take hours; it reports one that is lifted. */
final class RequireStatementTimeout implements LintRule {

    @Override
    public String code() {
        return "require-statement-timeout";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        var limit = around.timeouts().statement();
        if (limit == Limit.SET || (limit == Limit.UNSET && around.runner() == Runner.MIGRATIONS)) {
            return List.of();
        }
        var lock = LongestWait.find(statement, around);
        if (lock.isPresent()) {
            return List.of(finding(statement, lock.get()));
        }
        var waits = around.runner() == Runner.PLAIN && DefinitionChange.isIn(statement);
        return waits ? List.of(finding(statement)) : List.of();
    }

    /** No reader or writer of a table waits behind it, as far as the scripts tell; others who change the same may. */
    private Finding finding(DdlStatement statement) {
        return finding(
                        statement.place(),
                        "this may take as long as it takes",
                        "set a limit once, at the head of the script",
                        "set statement_timeout = '1min';")
                .weighing(Severity.INFO);
    }

    private Finding finding(DdlStatement statement, LockClaim lock) {
        return finding(
                        statement.place(),
                        "this may hold %s on %s for as long as it takes, and %s of %s are blocked meanwhile"
                                .formatted(
                                        lock.mode(),
                                        lock.relation(),
                                        lock.mode().blocked(),
                                        lock.relation()),
                        "set a limit before it, a little above what it takes on a copy of the data",
                        "set statement_timeout = '1min';")
                .claiming(lock);
    }
}
