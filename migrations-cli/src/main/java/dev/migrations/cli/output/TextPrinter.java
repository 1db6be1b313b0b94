package dev.migrations.cli.output;

import dev.migrations.BackfillListener;
import dev.migrations.BackfillReport;
import dev.migrations.DriftReport;
import dev.migrations.MigrationFailedException;
import dev.migrations.MigrationListener;
import dev.migrations.MigrationReport;
import dev.migrations.MigrationStatus;
import dev.migrations.Migrator;
import dev.migrations.QuickDriftReport;
import dev.migrations.convert.Conversion;
import dev.migrations.history.Backfill;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.Adoption;
import dev.migrations.plan.HeldBack;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.schema.SnapshotYaml;
import dev.migrations.trace.TraceReport;
import dev.migrations.verify.MissingDown;
import dev.migrations.verify.ScriptCheck;
import dev.migrations.verify.VerifyReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows answers to a person. */
public final class TextPrinter implements Printer {

    private final Console console;
    private final RunProgress progress;
    private final BackfillLines backfillLines;

    /** On this console. */
    public TextPrinter(Console console) {
        this.console = console;
        this.progress = new RunProgress(console);
        this.backfillLines = new BackfillLines(console);
    }

    @Override
    public void skipped(MigrationFolder folder) {
        console.note(folder.name() + ": skipped, as its migration.yaml says `enabled: false`; --folder " + folder.name()
                + " runs it");
    }

    @Override
    public void warning(String sentence) {
        console.warn("Warning: " + sentence);
    }

    @Override
    public MigrationListener listener() {
        return progress;
    }

    @Override
    public void running(Migrator migrator) {
        progress.watch(migrator);
    }

    @Override
    public void announced(Answer<MigrationPlan> plan) {
        plan(plan);
    }

    @Override
    public void remark(String sentence) {
        console.tell(sentence);
    }

    @Override
    public void ran(MigrationReport report) {
        progress.end();
        console.tell(ReportText.render(report));
        heldBack(report.heldBack());
    }

    private void heldBack(@Nullable HeldBack heldBack) {
        if (heldBack != null) {
            console.tell(heldBack.sentence() + "; `migrations backfill run` runs it, `migrations up --wait` does both");
        }
    }

    @Override
    public BackfillListener backfillListener() {
        return backfillLines;
    }

    @Override
    public void backfills(List<Answer<BackfillReport>> answers) {
        each(answers, this::backfills);
    }

    private String backfills(BackfillReport report) {
        var place = console.paint().strong(report.folder() + " on " + report.database());
        return report.backfills().isEmpty()
                ? place + ": no backfills"
                : place + "\n"
                        + report.backfills().stream()
                                .flatMap(backfill -> BackfillText.render(backfill, console.paint()).stream())
                                .map(line -> "  " + line)
                                .collect(Collectors.joining("\n"));
    }

    @Override
    public void backfilled(List<Answer<BackfillReport>> answers) {
        for (var answer : answers) {
            answer.value()
                    .filter(report ->
                            report.backfills().stream().noneMatch(backfill -> backfill.state() == Backfill.State.OPEN))
                    .ifPresent(report -> console.tell(answer.place() + ": no backfill is open"));
        }
    }

    @Override
    public void finished() {
        // each database was told of when it was done
    }

    @Override
    public void statuses(List<Answer<MigrationStatus>> answers) {
        each(answers, status -> new StatusText(status, console.paint(), console.columns()).render());
    }

    @Override
    public void plans(List<Answer<MigrationPlan>> answers) {
        answers.forEach(this::plan);
    }

    @Override
    public void validations(List<Answer<List<Problem>>> answers) {
        for (var answer : answers) {
            answer.value().ifPresent(problems -> {
                if (problems.isEmpty()) {
                    console.print(answer.place() + ": valid");
                } else {
                    console.print(answer.place() + ": " + Words.count(problems.size(), "problem", "problems"));
                    problems.forEach(problem -> console.print("\n" + problem.render()));
                }
            });
            unanswered(answer);
        }
    }

    @Override
    public void traces(List<Answer<TraceReport>> answers, TraceView view) {
        for (var answer : answers) {
            answer.value().ifPresent(report -> trace(answer.place(), report, view));
            unanswered(answer);
        }
    }

    private void trace(String place, TraceReport report, TraceView view) {
        if (view.format() == TraceView.Format.MARKDOWN) {
            console.print(TraceMarkdown.render(report, view));
        } else if (report.scratch().isEmpty()) {
            console.print(place + ": nothing to do");
        } else {
            console.print(console.paint().strong(place));
            console.print(TraceText.render(report, view, console.paint()));
            report.errors().forEach(problem -> console.warn(console.paint().bad("Error: ") + problem.render()));
        }
    }

    @Override
    public void verified(ScriptCheck check) {
        progress.verified(check);
    }

    @Override
    public void verifications(List<Answer<VerifyReport>> answers, MissingDown missing) {
        progress.end();
        each(answers, report -> new VerifyText(report, missing, console.paint()).render());
    }

    @Override
    public void drifts(List<Answer<DriftReport>> answers, DdlChoice ddl) {
        each(answers, report -> DriftText.render(report, ddl, console.paint()));
    }

    @Override
    public void quickDrifts(List<Answer<QuickDriftReport>> answers) {
        each(answers, report -> DriftText.render(report, console.paint()));
    }

    @Override
    public void versions(List<Answer<Optional<MigrationVersion>>> answers) {
        for (var answer : answers) {
            answer.value().ifPresent(version -> {
                var text = version.map(MigrationVersion::toString).orElse("none");
                console.print(answers.size() == 1 ? text : answer.place() + ": " + text);
            });
            unanswered(answer);
        }
    }

    @Override
    public void statements(List<StatementCut> statements) {
        for (var cut : statements) {
            console.print(cut.index() + "  line " + cut.line() + ":" + cut.column() + "  " + cut.keyword()
                    + (cut.standsAlone() ? "  (stands alone)" : ""));
        }
    }

    @Override
    public void findings(LintAnswer answer) {
        console.print(new LintText(answer, console.paint()).render());
    }

    @Override
    public void adoptions(List<Answer<Adoption>> answers) {
        for (var answer : answers) {
            adopting(answer);
            answer.value()
                    .ifPresent(adoption ->
                            adoption.plan().refusals().forEach(problem -> console.print("\n" + problem.render())));
            unanswered(answer);
        }
    }

    @Override
    public void adopting(Answer<Adoption> answer) {
        answer.value().ifPresent(adoption -> {
            console.print(console.paint().strong(answer.place()));
            console.print(AdoptionText.render(adoption));
        });
    }

    @Override
    public void conversion(Conversion conversion, @Nullable Path written) {
        console.print(ConversionText.render(conversion, written));
    }

    @Override
    public void documented(DocsAnswer answer) {
        console.print(DocsText.render(answer));
    }

    @Override
    public void snapshots(Map<String, SchemaSnapshot> snapshots) {
        snapshots.forEach((database, snapshot) -> {
            if (snapshots.size() > 1) {
                console.write("# " + database + "\n");
            }
            console.write(SnapshotYaml.write(snapshot));
        });
    }

    @Override
    public void compared(List<SnapshotComparison> comparisons, DdlChoice ddl) {
        comparisons.forEach(comparison -> console.print(SnapshotText.render(comparison, ddl, console.paint())));
    }

    @Override
    public void created(List<String> files) {
        files.forEach(file -> console.print("created " + file));
    }

    @Override
    public void failed(MigrationException failure) {
        progress.end();
        backfillLines.end();
        if (failure instanceof MigrationFailedException stopped) {
            console.tell(ReportText.render(stopped.report()));
        }
        console.warn(console.paint().bad("Error: ") + failure.getMessage());
    }

    private void plan(Answer<MigrationPlan> answer) {
        answer.value().ifPresent(plan -> {
            if (plan.isRefused()) {
                console.print(answer.place() + ": refused");
                plan.refusals().forEach(problem -> console.print("\n" + problem.render()));
            } else if (plan.isEmpty()) {
                console.print(answer.place() + ": nothing to do");
                Optional.ofNullable(plan.heldBack()).ifPresent(held -> console.print("  " + held.sentence()));
            } else {
                console.print(console.paint().strong(answer.place()));
                console.print(PlanText.render(plan, answer.migrator().folder().settings()));
            }
        });
        unanswered(answer);
    }

    private <T> void each(List<Answer<T>> answers, Function<T, String> text) {
        var first = true;
        for (var answer : answers) {
            if (!first) {
                console.print("");
            }
            answer.value().map(text).ifPresent(console::print);
            unanswered(answer);
            first = false;
        }
    }

    private void unanswered(Answer<?> answer) {
        if (answer.failure() != null) {
            console.warn(console.paint().bad("Error: ") + answer.place() + ": "
                    + answer.failure().getMessage());
        }
    }
}
