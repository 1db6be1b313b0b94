package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.rule.Timeouts.Limit;
import java.util.List;

/** A statement that waits for its lock makes all who come later wait behind it. This engine sets a limit and tries again, unless it is told not to; anything else sets none. */
final class RequireLockTimeout implements LintRule {

    @Override
    public String code() {
        return "require-lock-timeout";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        var limit = around.timeouts().lock();
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
                        "this waits for what it changes without a limit",
                        "set a limit once, at the head of the script",
                        "set lock_timeout = '5s';")
                .weighing(Severity.INFO);
    }

    private Finding finding(DdlStatement statement, LockClaim lock) {
        return finding(
                        statement.place(),
                        "this waits for %s on %s without a limit, and %s of %s wait behind it"
                                .formatted(
                                        lock.mode(),
                                        lock.relation(),
                                        lock.mode().blocked(),
                                        lock.relation()),
                        "set a limit before it, and run it again when it was not enough; this engine does both where nothing lifts its own limit",
                        "set lock_timeout = '5s';")
                .claiming(lock);
    }
}
