package dev.migrations.testing;

import dev.migrations.TraceRequest;
import dev.migrations.rule.LockMode;
import dev.migrations.trace.Effect;
import dev.migrations.trace.HeldLock;
import dev.migrations.trace.ScriptTrace;
import dev.migrations.trace.StatementTrace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scripts, each in a schema of its own, that are all traced in one run: what must be there before, and the script. */
public final class TracedCases {

    /** The first line that is no comment, behind the directives of a head. */
    private static final Pattern FIRST = Pattern.compile("(?m)^(?!--)");

    private final List<Case> cases = new ArrayList<>();

    /** One more. */
    public Case add(String before, String script) {
        var added = new Case(cases.size(), before, script);
        cases.add(added);
        return added;
    }

    /** How many there are. */
    public int size() {
        return cases.size();
    }

    /** Traces them all; a case that does not run is an error. */
    public List<ScriptTrace> trace(TestDatabase database, Path directory) {
        var files = MigrationFiles.in(directory);
        var before = new StringBuilder();
        cases.forEach(
                one -> before.append("create schema " + one.schema() + ";\n" + one.search() + one.before() + ";\n"));
        files.with("001_before.sql", before.toString());
        files.migrator(database).up();
        cases.forEach(one -> files.with(one.file(), one.text()));
        var failed = new ArrayList<String>();
        var report = files.migrator(database).trace(TraceRequest.DEFAULT);
        while (!report.errors().isEmpty()) {
            var problem = report.errors().get(0);
            failed.add(problem.render());
            files.without(Objects.requireNonNull(problem.location()).file());
            report = files.migrator(database).trace(TraceRequest.DEFAULT);
        }
        if (!failed.isEmpty()) {
            throw new AssertionError("these do not run:\n\n" + String.join("\n\n", failed));
        }
        return report.scripts();
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

    /** One of them. */
    public record Case(int number, String before, String script) {

        /** Where it lives. */
        public String schema() {
            return "c" + number;
        }

        /** Its script's name. */
        public String file() {
            return (1_000 + number) + "_case.sql";
        }

        /** Its script, whose lines are where they were. */
        public String text() {
            return FIRST.matcher(script).replaceFirst(search().strip() + " ") + ";\n";
        }

        /** The trace of it. */
        public Optional<ScriptTrace> in(List<ScriptTrace> traces) {
            return traces.stream()
                    .filter(trace -> trace.script().equals(file()))
                    .findFirst();
        }

        private String search() {
            return "set search_path = " + schema() + ";\n";
        }
    }
}
