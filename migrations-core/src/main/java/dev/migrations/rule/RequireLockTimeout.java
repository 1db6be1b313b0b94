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
        var isMissing = limit == Limit.LIFTED || (limit == Limit.UNSET && around.runner() == Runner.PLAIN);
        return isMissing
                ? LongestWait.find(statement, around).map(lock -> finding(statement, lock)).stream()
                        .toList()
                : List.of();
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
