package dev.migrations;

import dev.migrations.backup.Backup;
import dev.migrations.database.ConnectionSource;
import dev.migrations.database.HistoryTable;
import dev.migrations.database.HistoryTable.DownScripts;
import dev.migrations.database.Session;
import dev.migrations.database.StatementTracing;
import dev.migrations.database.TableFigures;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationSet;
import dev.migrations.plan.MigrationComparison;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.problem.Problem;
import dev.migrations.scratch.ScratchDatabase;
import dev.migrations.trace.HeldLock;
import dev.migrations.trace.ScriptTrace;
import dev.migrations.trace.StatementTrace;
import dev.migrations.trace.TraceReport;
import dev.migrations.trace.TracedRelation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Applies what is pending to a copy of a database, and watches each statement; the database itself is only read. */
final class Tracer {

    private static final String PURPOSE = "trace";

    private final MigrationFolder folder;
    private final String database;
    private final ConnectionSource target;

    Tracer(MigrationFolder folder, String database, ConnectionSource target) {
        this.folder = folder;
        this.database = database;
        this.target = target;
    }

    TraceReport trace(TraceRequest request) {
        var set = folder.read();
        try (var session = Session.open(target, folder.settings().schemaTable())) {
            var table = HistoryTable.of(session);
            var settings = folder.settings().withSchemaTable(table.schemaTable());
            var comparison = MigrationComparison.of(set, table.load(session, DownScripts.LEFT_OUT), settings);
            var plan = MigrationTarget.up().plan(comparison).orRefuse();
            if (plan.isEmpty() && plan.heldBack() == null) {
                return TraceReport.nothing(folder.name(), database);
            }
            if (request.copy() == SchemaCopy.REPLAY) {
                ScratchCopy.checkReplayable(comparison, NoCopyException.Advice.DUMP);
            }
            try (var scratch = scratch(request)) {
                var copy = new ScratchCopy(folder, comparison, target, scratch.source());
                switch (request.copy()) {
                    case REPLAY -> copy.replay(NoCopyException.Advice.DUMP);
                    case PG_DUMP -> copy.load(Backup.of(target, request.searchPath()), table.existing(session));
                }
                var run = run(copy, set);
                var lint = PendingLint.of(comparison).judge(session, settings, UnaryOperator.identity());
                return new TraceReport(
                        folder.name(),
                        database,
                        scratch.name(),
                        scripts(run),
                        TableFigures.read(session, relations(run)),
                        lint.findings(),
                        lint.ignored(),
                        notes(comparison, request.copy()),
                        run.problems());
            }
        }
    }

    private ScratchDatabase scratch(TraceRequest request) {
        return request.scratch() == null
                ? ScratchDatabase.beside(target, PURPOSE, request.afterUse())
                : ScratchDatabase.named(request.scratch(), target, PURPOSE, request.afterUse());
    }

    private static Run run(ScratchCopy copy, MigrationSet set) {
        return copy.onScratch((session, lock) -> {
            var tracing = StatementTracing.begin(session, copy.source());
            try {
                copy.bringUp(tracing.watch(session), lock, set);
                return new Run(tracing.traces(), List.of());
            } catch (MigrationRunner.Stopped e) {
                return new Run(tracing.traces(), e.reason().problems());
            }
        });
    }

    private static List<ScriptTrace> scripts(Run run) {
        var byScript = new LinkedHashMap<String, List<StatementTrace>>();
        run.traces().forEach(trace -> byScript.computeIfAbsent(trace.place().file(), name -> new ArrayList<>())
                .add(trace));
        return byScript.entrySet().stream()
                .map(entry -> new ScriptTrace(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Set<TracedRelation> relations(Run run) {
        return run.traces().stream()
                .flatMap(trace -> trace.locks().stream())
                .map(HeldLock::relation)
                .collect(Collectors.toSet());
    }

    private static List<String> notes(MigrationComparison comparison, SchemaCopy copy) {
        var history = comparison.history();
        return copy == SchemaCopy.PG_DUMP
                ? List.of()
                : comparison.set().repeatables().stream()
                        .filter(comparison::isPending)
                        .filter(repeatable ->
                                history.findRepeatable(repeatable.description()).isPresent())
                        .map(
                                repeatable -> repeatable.script().name()
                                        + " is due again, and what it has made before is not in the copy; with --copy pg_dump it is")
                        .toList();
    }

    private record Run(List<StatementTrace> traces, List<Problem> problems) {}
}
