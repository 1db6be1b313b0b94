package dev.migrations.trace;

import dev.migrations.rule.LockMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds whom a statement keeps waiting, in a run whose later statements may prolong that. */
final class Blockings {

    private final List<StatementTrace> run;

    Blockings(List<StatementTrace> run) {
        this.run = run;
    }

    /**
     * One for each relation that the statement locks or works on, by the strongest lock that is held there then, be it taken by
     * an earlier statement of its transaction; weak locks keep nobody waiting.
     */
    List<Blocking> of(StatementTrace statement) {
        return Stream.concat(
                        statement.locks().stream().map(HeldLock::relation),
                        statement.effects().stream().map(Effect::relation))
                .distinct()
                .flatMap(relation -> strongest(relation, statement).stream())
                .filter(lock -> lock.mode().conflictsWith(LockMode.SHARE_UPDATE_EXCLUSIVE))
                .sorted(Comparator.comparing(HeldLock::mode).reversed().thenComparing(lock -> lock.relation()
                        .toString()))
                .map(lock -> of(lock, statement))
                .toList();
    }

    /** What is held when a statement has run: its own locks, and those of its transaction before it. */
    Stream<HeldLock> held(StatementTrace statement) {
        return run.subList(0, run.indexOf(statement) + 1).stream()
                .filter(other -> other.transaction() == statement.transaction())
                .flatMap(other -> other.locks().stream());
    }

    private Optional<HeldLock> strongest(TracedRelation relation, StatementTrace statement) {
        return held(statement)
                .filter(lock -> lock.relation().equals(relation))
                .max(Comparator.comparing(HeldLock::mode));
    }

    private Blocking of(HeldLock lock, StatementTrace statement) {
        return untilItsEnd(statement)
                .flatMap(later -> later.effects().stream()
                        .filter(effect -> effect.kind().work() != Work.MOMENT)
                        .map(effect -> new Blocking(
                                lock,
                                effect.kind().work(),
                                effect.relation(),
                                later.equals(statement) ? null : later.place())))
                .max(Comparator.comparing(Blocking::work)
                        .thenComparing(found -> found.during() == null)
                        .thenComparing(found -> lock.relation().equals(found.on())))
                .orElseGet(() -> new Blocking(lock, Work.MOMENT, null, null));
    }

    private Stream<StatementTrace> untilItsEnd(StatementTrace statement) {
        return run.subList(run.indexOf(statement), run.size()).stream()
                .filter(other -> other.transaction() == statement.transaction());
    }
}
