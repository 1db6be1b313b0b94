package dev.migrations.trace;

import java.util.ArrayList;
import java.util.List;

/** Holds what lint says of statements against what they did. */
public final class LintComparison {

    private final TraceReport report;
    private final List<LockClaim> claims;

    private LintComparison(TraceReport report, List<LockClaim> claims) {
        this.report = report;
        this.claims = claims;
    }

    /** Where they disagree, statement by statement; a claim on a statement that did not run is passed over. */
    public static List<Disagreement> of(TraceReport report, List<LockClaim> claims) {
        var comparison = new LintComparison(report, claims);
        return report.statements().stream()
                .flatMap(statement -> comparison.at(statement).stream())
                .toList();
    }

    private List<Disagreement> at(StatementTrace statement) {
        var here = claims.stream().filter(claim -> claim.isAbout(statement)).toList();
        var found = new ArrayList<Disagreement>();
        here.stream()
                .filter(claim -> !wasSeen(claim, statement))
                .map(claim -> new Disagreement(
                        statement.place(),
                        Disagreement.Kind.NOT_SEEN,
                        claim.relation(),
                        claim.mode(),
                        claim.cost(),
                        claim.rule()))
                .forEach(found::add);
        report.blockings(statement).stream()
                .filter(blocking -> blocking.isLong() && blocking.during() == null)
                .filter(blocking -> here.stream().noneMatch(claim -> mentions(claim, blocking)))
                .map(blocking -> new Disagreement(
                        statement.place(),
                        Disagreement.Kind.NOT_MENTIONED,
                        blocking.lock().relation().toString(),
                        blocking.lock().mode(),
                        blocking.work(),
                        null))
                .forEach(found::add);
        return found;
    }

    /** A lock may be held while another relation is read, as a foreign key locks the table that it points to. */
    private boolean wasSeen(LockClaim claim, StatementTrace statement) {
        return new Blockings(report.statements())
                .held(statement)
                .filter(lock -> claim.isAbout(lock.relation()) && lock.mode().compareTo(claim.mode()) >= 0)
                .map(lock -> claim.cost() == Work.REWRITE ? statement.workOn(lock.relation()) : statement.work())
                .anyMatch(work -> work.compareTo(claim.cost()) >= 0);
    }

    private static boolean mentions(LockClaim claim, Blocking blocking) {
        return claim.isAbout(blocking.lock().relation())
                && claim.mode().compareTo(blocking.lock().mode()) >= 0
                && claim.cost() != Work.MOMENT;
    }
}
