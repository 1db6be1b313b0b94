package dev.migrations.cli.command;

import dev.migrations.DriftReport;
import dev.migrations.DriftRequest;
import dev.migrations.DriftRequest.Rights;
import dev.migrations.Migrator;
import dev.migrations.cli.output.Answer;
import dev.migrations.cli.output.DdlChoice;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.drift.NamePattern;
import dev.migrations.problem.ExitCode;
import dev.migrations.scratch.AfterUse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "drift",
        description = "Compare each database with what its applied migrations make, and show what was changed by hand.")
final class DriftCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Option(
            names = "--quick",
            description = "Only whether anything has changed since the latest run, by its fingerprint.")
    private boolean quick;

    @Option(
            names = "--ignore",
            paramLabel = "PATTERN",
            description = "Objects to leave out: 'table public.events_*'; besides drift-ignore in migration.yaml.")
    private String[] ignored = {};

    @Option(
            names = "--rights",
            paramLabel = "compare|ignore",
            description = "Whether owners and grants count (compare; ignore with --against).")
    private @Nullable Rights rights;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Compare with a file that `snapshot` has written, in place of the migrations.")
    private @Nullable Path against;

    @Option(
            names = "--scratch",
            paramLabel = "URL",
            description = "An empty database to compare with; else one is made.")
    private @Nullable String scratch;

    @Option(names = "--keep-scratch", description = "Leave it there for a look.")
    private boolean keep;

    @Option(
            names = "--ddl",
            description = "Also the statements that undo what was changed by hand, and those that do it everywhere.")
    private boolean ddl;

    @Option(
            names = "--remember",
            description = "Where nothing differs, keep a fingerprint for --quick, as a run does at its end.")
    private boolean remember;

    DriftCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        var databases = SharedDatabases.of(invocation.everyFolder());
        return (quick ? look(databases) : compare(databases)).value();
    }

    private ExitCode look(SharedDatabases databases) {
        var answers = invocation.ask(databases.first(), Migrator::quickDrift);
        invocation.printer().quickDrifts(answers);
        return exitCode(answers, report -> switch (report.result()) {
            case UNCHANGED -> ExitCode.DONE;
            case CHANGED -> ExitCode.DRIFTED;
            default -> ExitCode.REFUSED;
        });
    }

    private ExitCode compare(SharedDatabases databases) {
        var request = DriftRequest.DEFAULT
                .ignoring(patterns())
                .rights(rights())
                .scratch(scratch == null ? null : invocation.scratch(scratch), keep ? AfterUse.KEEP : AfterUse.REMOVE);
        var answers =
                invocation.ask(databases.first(), migrator -> migrator.drift(expecting(migrator, request, databases)));
        invocation.printer().drifts(answers, ddl ? DdlChoice.WITH : DdlChoice.WITHOUT);
        if (remember) {
            answers.forEach(answer -> remember(answer, databases));
        }
        kept(answers).forEach(name -> invocation.printer().remark("kept the copy: " + name));
        return exitCode(answers, report -> report.isDrifted() ? ExitCode.DRIFTED : ExitCode.DONE);
    }

    private DriftRequest expecting(Migrator migrator, DriftRequest request, SharedDatabases databases) {
        var both = request.beside(databases.beside(migrator));
        return against == null
                ? both
                : both.against(new SnapshotFiles(against, databases.names()).read(migrator.database()));
    }

    /** A snapshot mostly says nothing of them. */
    private Rights rights() {
        return rights != null ? rights : against == null ? Rights.COMPARE : Rights.IGNORE;
    }

    private List<String> kept(List<Answer<DriftReport>> answers) {
        return !keep
                ? List.of()
                : answers.stream()
                        .flatMap(answer -> answer.value().stream())
                        .map(DriftReport::scratch)
                        .toList();
    }

    private void remember(Answer<DriftReport> answer, SharedDatabases databases) {
        if (answer.value().filter(report -> !report.isDrifted()).isPresent()) {
            databases.all(answer.migrator()).forEach(Migrator::keepFingerprint);
            invocation
                    .printer()
                    .remark("kept a fingerprint of " + answer.migrator().database());
        }
    }

    private List<NamePattern> patterns() {
        try {
            return Arrays.stream(ignored).map(NamePattern::new).toList();
        } catch (IllegalArgumentException e) {
            throw UsageException.of(
                    "bad-pattern", String.valueOf(e.getMessage()) + ".", "write --ignore 'table public.events_*'.");
        }
    }

    /** A failure goes before what was found, and the worst of that before the rest. */
    private static <T> ExitCode exitCode(List<Answer<T>> answers, Function<T, ExitCode> code) {
        var failure = Answer.exitCode(answers);
        return failure != ExitCode.DONE
                ? failure
                : answers.stream()
                        .flatMap(answer -> answer.value().stream())
                        .map(code)
                        .max(Comparator.naturalOrder())
                        .orElse(ExitCode.DONE);
    }
}
