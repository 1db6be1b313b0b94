package dev.migrations.cli.json;

import dev.migrations.cli.output.TraceView;
import dev.migrations.problem.Problem;
import dev.migrations.rule.IgnoredFinding;
import dev.migrations.trace.Blocking;
import dev.migrations.trace.Disagreement;
import dev.migrations.trace.Effect;
import dev.migrations.trace.HeldLock;
import dev.migrations.trace.StatementTrace;
import dev.migrations.trace.TraceReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the pending scripts did to a copy of one database.
 *
 * @param scratch    the copy's name; empty where nothing is pending
 * @param dangerous  whether a statement blocks reads or writes while something is done to a large table
 * @param statements in the order in which they ran
 * @param relations  those of the real database that were locked, by name
 * @param disagreements where lint says otherwise
 * @param ignored    what the scripts tell lint to ignore of the locks of their statements
 * @param notes      where the copy may differ
 * @param problems   what stopped it
 */
record TraceBody(
        String scratch,
        boolean dangerous,
        List<StatementBody> statements,
        Map<String, FiguresBody> relations,
        List<DisagreementBody> disagreements,
        List<IgnoredBody> ignored,
        List<String> notes,
        List<ProblemBody> problems) {

    static TraceBody of(TraceReport report, TraceView view) {
        var relations = new TreeMap<String, FiguresBody>();
        report.figures()
                .forEach((relation, figures) -> relations.put(
                        relation.toString(),
                        new FiguresBody(
                                figures.rows(),
                                figures.bytes(),
                                figures.reads(),
                                figures.writes(),
                                Optional.ofNullable(figures.over()).map(Duration::toSeconds))));
        return new TraceBody(
                report.scratch(),
                !report.dangers(view.large()).isEmpty(),
                report.statements().stream()
                        .map(statement -> StatementBody.of(statement, report, view))
                        .toList(),
                relations,
                report.disagreements().stream().map(DisagreementBody::of).toList(),
                report.ignoredLocks().stream().map(IgnoredBody::of).toList(),
                report.notes(),
                ProblemBody.of(report.errors()));
    }

    static TraceBody failed(List<Problem> problems) {
        return new TraceBody("", false, List.of(), Map.of(), List.of(), List.of(), List.of(), ProblemBody.of(problems));
    }

    /** One statement. */
    record StatementBody(
            String file,
            int line,
            int column,
            String sql,
            String command,
            int transaction,
            boolean standsAlone,
            long durationMs,
            long heldMs,
            List<BlockingBody> blocks,
            List<LockBody> locks,
            List<EffectBody> effects) {

        static StatementBody of(StatementTrace statement, TraceReport report, TraceView view) {
            return new StatementBody(
                    statement.place().file(),
                    statement.place().line(),
                    statement.place().column(),
                    statement.sql(),
                    statement.command(),
                    statement.transaction(),
                    statement.standsAlone(),
                    statement.duration().toMillis(),
                    statement.held().toMillis(),
                    report.blockings(statement).stream()
                            .map(blocking -> BlockingBody.of(blocking, report, view))
                            .toList(),
                    statement.locks().stream().map(LockBody::of).toList(),
                    statement.effects().stream().map(EffectBody::of).toList());
        }
    }

    /** Whom it keeps waiting. */
    record BlockingBody(String relation, String mode, String work, boolean dangerous, String message) {

        static BlockingBody of(Blocking blocking, TraceReport report, TraceView view) {
            return new BlockingBody(
                    blocking.lock().relation().toString(),
                    blocking.lock().mode().toString(),
                    blocking.work().name(),
                    report.isDangerous(blocking, view.large()),
                    report.sentence(blocking));
        }
    }

    /** One lock. */
    record LockBody(
            String relation,
            String kind,
            String mode,
            @Nullable String index) {

        static LockBody of(HeldLock lock) {
            return new LockBody(
                    lock.relation().toString(),
                    lock.relation().kind().name(),
                    lock.mode().toString(),
                    lock.index());
        }
    }

    /** One thing that it did. */
    record EffectBody(
            String kind,
            String relation,
            @Nullable String object,
            @Nullable Long rows) {

        static EffectBody of(Effect effect) {
            return new EffectBody(
                    effect.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    effect.relation().toString(),
                    effect.object(),
                    effect.kind() == Effect.Kind.ROWS_CHANGED ? effect.rows() : null);
        }
    }

    /** Where lint says otherwise. */
    record DisagreementBody(
            String file,
            int line,
            String kind,
            String relation,
            String mode,
            String work,
            @Nullable String rule,
            String message) {

        static DisagreementBody of(Disagreement found) {
            return new DisagreementBody(
                    found.place().file(),
                    found.place().line(),
                    found.kind().name(),
                    found.relation(),
                    found.mode().toString(),
                    found.work().name(),
                    found.rule(),
                    found.sentence());
        }
    }

    /** What a script tells lint to ignore. */
    record IgnoredBody(
            String file, int line, String rule, @Nullable String reason) {

        static IgnoredBody of(IgnoredFinding ignored) {
            var finding = ignored.finding();
            return new IgnoredBody(
                    finding.location().file(), finding.location().line(), finding.rule(), ignored.reason());
        }
    }

    /** How large and busy a relation is. */
    record FiguresBody(long rows, long bytes, long reads, long writes, Optional<Long> seconds) {}
}
