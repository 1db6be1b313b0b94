package dev.migrations.trace;

import dev.migrations.rule.Finding;
import dev.migrations.rule.IgnoredFinding;
import dev.migrations.rule.LockClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds what lint says of statements against what they did. */
final class LintComparison {

    private final List<StatementTrace> run;
    private final List<Finding> findings;
    private final List<IgnoredFinding> ignored;
    private final Blockings blockings;

    private LintComparison(List<StatementTrace> run, List<Finding> findings, List<IgnoredFinding> ignored) {
        this.run = run;
        this.findings = findings;
        this.ignored = ignored;
        this.blockings = new Blockings(run);
    }

    /**
     * Where they disagree, statement by statement; a finding about a statement that did not run is passed over. What lint was
     * told to ignore, it knows.
     */
    static List<Disagreement> of(List<StatementTrace> run, List<Finding> findings, List<IgnoredFinding> ignored) {
        var comparison = new LintComparison(run, findings, ignored);
        return comparison.run.stream()
                .flatMap(statement -> comparison.at(statement).stream())
                .toList();
    }

    private List<Disagreement> at(StatementTrace statement) {
        var found = new ArrayList<Disagreement>();
        findings.stream()
                .filter(finding -> statement.covers(finding.location()))
                .forEach(finding -> finding.claims().stream()
                        .filter(claim -> !wasSeen(claim, statement))
                        .map(claim -> Disagreement.notSeen(statement, claim, finding.rule()))
                        .forEach(found::add));
        blockings.of(statement).stream()
                .filter(blocking -> blocking.isLong() && blocking.during() == null)
                .filter(blocking -> claims(statement).noneMatch(claim -> mentions(claim, blocking)))
                .map(blocking -> Disagreement.notMentioned(statement, blocking))
                .forEach(found::add);
        return found;
    }

    private Stream<LockClaim> claims(StatementTrace statement) {
        return Stream.concat(findings.stream(), ignored.stream().map(IgnoredFinding::finding))
                .filter(finding -> statement.covers(finding.location()))
                .flatMap(finding -> finding.claims().stream());
    }

    /** A lock may be held while another relation is read, as a foreign key locks the table that it points to. */
    private boolean wasSeen(LockClaim claim, StatementTrace statement) {
        return blockings
                .held(statement)
                .filter(lock -> isAbout(claim, lock) && lock.mode().compareTo(claim.mode()) >= 0)
                .map(lock ->
                        claim.cost() == LockClaim.Cost.REWRITE ? statement.workOn(lock.relation()) : statement.work())
                .anyMatch(work -> work.compareTo(Work.of(claim.cost())) >= 0);
    }

    private static boolean mentions(LockClaim claim, Blocking blocking) {
        return isAbout(claim, blocking.lock())
                && claim.mode().compareTo(blocking.lock().mode()) >= 0
                && claim.cost() != LockClaim.Cost.INSTANT;
    }

    /** A claim may be about an index, where the lock on it is the only one that its table does not have. */
    private static boolean isAbout(LockClaim claim, HeldLock lock) {
        var relation = lock.relation();
        var schema = claim.relation().schema();
        return (schema == null || schema.equals(relation.schema()))
                && (claim.relation().name().equals(relation.name())
                        || claim.relation().name().equals(lock.index()));
    }
}
