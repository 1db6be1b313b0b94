package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import java.util.Comparator;
import java.util.Optional;

/** The strongest lock of a statement for which others wait. */
final class LongestWait {

    private LongestWait() {}

    static Optional<LockClaim> find(DdlStatement statement, Surroundings around) {
        return TakenLocks.of(statement, around.schema()).stream()
                .filter(lock -> !around.isCold(lock.relation()))
                .max(Comparator.comparing(LockClaim::mode));
    }
}
