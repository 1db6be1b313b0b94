package dev.migrations.testing;

import dev.migrations.TraceRequest;
import dev.migrations.rule.LockMode;
import dev.migrations.trace.Effect;
import dev.migrations.trace.HeldLock;
import dev.migrations.trace.StatementTrace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements, each in a schema of its own, that are all traced in one run: what must be there before, and the statement. */
public final class TracedCases {

    private final List<Case> cases = new ArrayList<>();

    /** One more; its number. */
    public int add(String before, String statement) {
        cases.add(new Case(before, statement));
        return cases.size() - 1;
    }

    /** The last statement of each case, in their order. */
    public List<StatementTrace> trace(TestDatabase database, Path directory) {
        var files = MigrationFiles.in(directory);
        var before = new StringBuilder();
        for (var i = 0; i < cases.size(); i++) {
            before.append("create schema c").append(i).append(";\n").append(search(i));
            before.append(cases.get(i).before()).append(";\n");
        }
        files.with("001_before.sql", before.toString());
        files.migrator(database).up();
        for (var i = 0; i < cases.size(); i++) {
            files.with((i + 1_000) + "_case.sql", search(i) + cases.get(i).statement() + ";\n");
        }
        var report = files.migrator(database).trace(TraceRequest.DEFAULT);
        if (!report.errors().isEmpty()) {
            throw new AssertionError(report.errors().get(0).render());
        }
        return report.scripts().stream()
                .map(script -> script.statements().get(script.statements().size() - 1))
                .toList();
    }

    private static String search(int number) {
        return "set search_path = c" + number + ";\n";
    }

    /** What was seen, in a line: locks from {@code ROW EXCLUSIVE} on, and effects. */
    public static String render(StatementTrace trace) {
        var locks = trace.locks().stream()
                .filter(lock -> lock.mode().compareTo(LockMode.ROW_EXCLUSIVE) >= 0)
                .map(TracedCases::render);
        return Stream.concat(locks, trace.effects().stream().map(TracedCases::render))
                .collect(Collectors.joining("; "));
    }

    private static String render(HeldLock lock) {
        return lock.mode() + " " + lock.relation().name() + (lock.index() == null ? "" : " index " + lock.index());
    }

    private static String render(Effect effect) {
        return effect.relation().name() + " " + effect.kind() + (effect.object() == null ? "" : " " + effect.object())
                + (effect.rows() == 0 ? "" : " " + effect.rows());
    }

    private record Case(String before, String statement) {}
}
