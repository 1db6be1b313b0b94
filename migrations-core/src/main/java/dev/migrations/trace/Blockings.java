package dev.migrations.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds whom a statement keeps waiting, in a run whose later statements may prolong that. */
final class Blockings {

    private final List<StatementTrace> run;

    Blockings(List<StatementTrace> run) {
        this.run = run;
    }

    /** One for each relation, by the strongest lock that the statement took there; weak locks keep nobody waiting. */
    List<Blocking> of(StatementTrace statement) {
        var strongest = new ArrayList<HeldLock>();
        statement.locks().stream()
                .filter(lock -> lock.mode().conflictsWith(LockMode.SHARE_UPDATE_EXCLUSIVE))
                .sorted(Comparator.comparing(HeldLock::mode).reversed())
                .filter(lock -> strongest.stream()
                        .noneMatch(stronger -> stronger.relation().equals(lock.relation())))
                .forEach(strongest::add);
        return strongest.stream().map(lock -> of(lock, statement)).toList();
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
        return run.stream()
                .filter(other -> other.transaction() == statement.transaction())
                .dropWhile(other -> !other.equals(statement));
    }
}
