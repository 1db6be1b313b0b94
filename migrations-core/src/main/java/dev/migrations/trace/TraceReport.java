package dev.migrations.trace;

import dev.migrations.problem.Problem;
import dev.migrations.rule.Finding;
import dev.migrations.rule.IgnoredFinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pending scripts did to a copy of a database, and how large and busy the real one is.
 *
 * @param folder   the folder's name
 * @param database the database's name, as the caller knows it
 * @param scratch  the name of the copy; empty where nothing was pending and none was made
 * @param scripts  those that ran, in their order
 * @param figures  of the relations that they locked, on the real database; one that is not there has none
 * @param findings what lint has against the scripts
 * @param ignored  what it has against them, and they tell it to ignore
 * @param notes    where the copy may differ from the real database
 * @param errors   what stopped it; empty if nothing did
 */
public record TraceReport(
        String folder,
        String database,
        String scratch,
        List<ScriptTrace> scripts,
        Map<TracedRelation, RelationFigures> figures,
        List<Finding> findings,
        List<IgnoredFinding> ignored,
        List<String> notes,
        List<Problem> errors) {

    /** From how many rows on work on a table takes longer than a moment, unless the caller knows better. */
    public static final long LARGE = 10_000;

    public TraceReport {
        scripts = List.copyOf(scripts);
        figures = Map.copyOf(figures);
        findings = List.copyOf(findings);
        ignored = List.copyOf(ignored);
        notes = List.copyOf(notes);
        errors = List.copyOf(errors);
    }

    /** Where nothing is pending. */
    public static TraceReport nothing(String folder, String database) {
        return new TraceReport(folder, database, "", List.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** All statements, in the order in which they ran. */
    public List<StatementTrace> statements() {
        return scripts.stream().flatMap(script -> script.statements().stream()).toList();
    }

    /** Whom a statement keeps waiting, the strongest lock first; schema changes count. */
    public List<Blocking> blockings(StatementTrace statement) {
        return new Blockings(statements()).of(statement);
    }

    /** Where lint and the trace do not say the same, in the order of the statements. */
    public List<Disagreement> disagreements() {
        return LintComparison.of(statements(), findings, ignored);
    }

    /** What a script tells lint to ignore of the locks of a statement that ran. */
    public List<IgnoredFinding> ignoredLocks() {
        return ignored.stream()
                .filter(one -> !one.finding().claims().isEmpty())
                .filter(one -> statements().stream()
                        .anyMatch(statement -> statement.covers(one.finding().location())))
                .toList();
    }

    /** How large and busy a relation really is, if it is there. */
    public Optional<RelationFigures> findFigures(TracedRelation relation) {
        return Optional.ofNullable(figures.get(relation));
    }

    /** Whom, of what, and for how long, as a sentence without its subject, such as {@code blocks writes of orders …}. */
    public String sentence(Blocking blocking) {
        var start = "blocks " + blocking.lock().mode().blocks() + " of "
                + sized(blocking.lock().relation());
        var on = blocking.on();
        if (on == null) {
            return start + " for a moment";
        }
        var object = on.equals(blocking.lock().relation()) ? (blocking.during() == null ? "it" : on) : sized(on);
        return blocking.during() == null
                ? start + " while it " + blocking.work().words() + " " + object
                : start + " until its transaction ends, while line "
                        + blocking.during().line() + " " + blocking.work().words() + " " + object;
    }

    private String sized(TracedRelation relation) {
        var words = findFigures(relation).map(RelationFigures::words).orElse("not in the database");
        return relation + " (" + words + ")";
    }

    /**
     * Whether reads or writes wait while something is done to a table that is large.
     *
     * @param large from how many rows on a table is; one of unknown size is
     */
    public boolean isDangerous(Blocking blocking, long large) {
        var on = blocking.on();
        return blocking.isLong()
                && on != null
                && findFigures(on)
                        .filter(figures -> figures.rows() < 0 || figures.rows() >= large)
                        .isPresent();
    }

    /** What is dangerous, as problems with a place; the hint is lint's advice where it has some. */
    public List<Problem> dangers(long large) {
        return statements().stream()
                .flatMap(statement -> blockings(statement).stream()
                        .filter(blocking -> isDangerous(blocking, large))
                        .map(blocking -> Problem.of("dangerous-statement", sentence(blocking) + ".", advice(statement))
                                .at(statement.place())))
                .toList();
    }

    private String advice(StatementTrace statement) {
        return findings.stream()
                .filter(finding -> statement.covers(finding.location()))
                .filter(finding -> !finding.claims().isEmpty())
                .map(Finding::help)
                .findFirst()
                .orElse("do it in steps that lock for a moment only; `migrations lint --pending` knows many of them.");
    }
}
