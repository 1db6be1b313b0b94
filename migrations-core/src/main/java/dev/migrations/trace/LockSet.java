package dev.migrations.trace;

import dev.migrations.rule.LockMode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The relation locks of one session at one moment.
 *
 * @param locks as {@code pg_locks} shows them
 */
public record LockSet(Set<Entry> locks) {

    /** None. */
    public static final LockSet EMPTY = new LockSet(Set.of());

    public LockSet {
        locks = Set.copyOf(locks);
    }

    /** One lock: a relation's OID, and how it is locked. */
    public record Entry(long relation, LockMode mode) {}

    /**
     * What is new since an earlier moment, on relations that were there before, strongest first. A lock on an index or a
     * TOAST table goes without saying where its table is locked as strongly.
     */
    public List<HeldLock> since(LockSet earlier, StandingRelations standing) {
        return locks.stream()
                .filter(lock -> !earlier.locks.contains(lock))
                .flatMap(lock -> standing.find(lock.relation()).stream()
                        .filter(relation ->
                                standing.isWhole(lock.relation()) || isMoreThanOn(relation, lock.mode(), standing))
                        .map(relation -> new HeldLock(relation, lock.mode(), standing.indexName(lock.relation()))))
                .distinct()
                .sorted(Comparator.comparing(HeldLock::mode)
                        .reversed()
                        .thenComparing(lock -> lock.relation().toString())
                        .thenComparing(lock -> String.valueOf(lock.index())))
                .toList();
    }

    private boolean isMoreThanOn(TracedRelation table, LockMode mode, StandingRelations standing) {
        return onWhole(table, standing).noneMatch(held -> held.compareTo(mode) >= 0);
    }

    private Stream<LockMode> onWhole(TracedRelation table, StandingRelations standing) {
        return locks.stream()
                .filter(lock -> standing.isWhole(lock.relation()))
                .filter(lock ->
                        standing.find(lock.relation()).filter(table::equals).isPresent())
                .map(Entry::mode);
    }
}
