package dev.migrations.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.migrations.BackfillListener;
import dev.migrations.BackfillReport;
import dev.migrations.DriftReport;
import dev.migrations.MigrationFailedException;
import dev.migrations.MigrationListener;
import dev.migrations.MigrationReport;
import dev.migrations.MigrationStatus;
import dev.migrations.Migrator;
import dev.migrations.QuickDriftReport;
import dev.migrations.cli.output.Answer;
import dev.migrations.cli.output.DdlChoice;
import dev.migrations.cli.output.DocsAnswer;
import dev.migrations.cli.output.LintAnswer;
import dev.migrations.cli.output.Printer;
import dev.migrations.cli.output.SnapshotComparison;
import dev.migrations.cli.output.StatementCut;
import dev.migrations.cli.output.TraceView;
import dev.migrations.convert.Conversion;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.Adoption;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.trace.TraceReport;
import dev.migrations.verify.MissingDown;
import dev.migrations.verify.ScriptCheck;
import dev.migrations.verify.VerifyReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows answers to a program: one JSON document for each call, and nothing beside it. */
public final class JsonPrinter implements Printer {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final PrintWriter out;
    private final List<MigrationFolder> skipped = new ArrayList<>();
    private final List<MigrationReport> reports = new ArrayList<>();

    private JsonPrinter(PrintWriter out) {
        this.out = out;
    }

    /** Onto this writer. */
    public static JsonPrinter to(PrintWriter out) {
        return new JsonPrinter(out);
    }

    @Override
    public void skipped(MigrationFolder folder) {
        skipped.add(folder);
    }

    @Override
    public void warning(String sentence) {
        // for people only
    }

    @Override
    public MigrationListener listener() {
        return MigrationListener.NONE;
    }

    @Override
    public void running(Migrator migrator) {
        // for people only
    }

    @Override
    public void announced(Answer<MigrationPlan> plan) {
        // whoever runs a program has asked for the plan before
    }

    @Override
    public void remark(String sentence) {
        // for people only
    }

    @Override
    public void ran(MigrationReport report) {
        reports.add(report);
    }

    @Override
    public void finished() {
        print(ReportBody.of(reports));
    }

    @Override
    public BackfillListener backfillListener() {
        return BackfillListener.NONE;
    }

    @Override
    public void backfills(List<Answer<BackfillReport>> answers) {
        print(FoldersBody.of(answers, answer -> answer.value()
                .<Object>map(BackfillBody.Backfills::of)
                .orElseGet(() -> Map.of("problems", ProblemBody.of(answer.problems())))));
    }

    @Override
    public void backfilled(List<Answer<BackfillReport>> answers) {
        backfills(answers);
    }

    @Override
    public void statuses(List<Answer<MigrationStatus>> answers) {
        print(StatusBody.of(answers, skipped));
    }

    @Override
    public void plans(List<Answer<MigrationPlan>> answers) {
        print(FoldersBody.of(answers, JsonPrinter::plan, answer -> answer.value()
                .map(MigrationPlan::refusals)
                .orElseGet(List::of)));
    }

    @Override
    public void validations(List<Answer<List<Problem>>> answers) {
        print(FoldersBody.of(
                answers, JsonPrinter::validation, answer -> answer.value().orElseGet(List::of)));
    }

    @Override
    public void traces(List<Answer<TraceReport>> answers, TraceView view) {
        print(FoldersBody.of(
                answers,
                answer -> answer.value()
                        .map(report -> TraceBody.of(report, view))
                        .orElseGet(() -> TraceBody.failed(answer.problems())),
                answer -> answer.value()
                        .map(report -> report.errors().isEmpty() ? report.dangers(view.large()) : report.errors())
                        .orElseGet(List::of)));
    }

    @Override
    public void verified(ScriptCheck check) {
        // for people only
    }

    @Override
    public void verifications(List<Answer<VerifyReport>> answers, MissingDown missing) {
        print(FoldersBody.of(answers, VerifyBody::of, answer -> VerifyBody.problems(answer, missing)));
    }

    @Override
    public void drifts(List<Answer<DriftReport>> answers, DdlChoice ddl) {
        print(FoldersBody.of(
                answers,
                answer -> answer.value()
                        .map(report -> DriftBody.of(report, ddl))
                        .orElseGet(() -> DriftBody.failed(answer.problems())),
                DriftBody::problems));
    }

    @Override
    public void quickDrifts(List<Answer<QuickDriftReport>> answers) {
        print(FoldersBody.of(
                answers,
                answer -> answer.value()
                        .map(QuickDriftBody::of)
                        .orElseGet(() -> QuickDriftBody.failed(answer.problems())),
                QuickDriftBody::problems));
    }

    @Override
    public void versions(List<Answer<Optional<MigrationVersion>>> answers) {
        print(FoldersBody.of(answers, answer -> {
            var body = new LinkedHashMap<String, Object>();
            body.put("currentVersion", answer.value().flatMap(found -> found).map(MigrationVersion::toString));
            if (answer.failure() != null) {
                body.put("problems", ProblemBody.of(answer.problems()));
            }
            return body;
        }));
    }

    @Override
    public void statements(List<StatementCut> statements) {
        print(statements);
    }

    @Override
    public void findings(LintAnswer answer) {
        print(LintBody.of(answer));
    }

    /** The same findings for a code scanner. */
    public void sarif(LintAnswer answer) {
        print(SarifLog.of(answer));
    }

    @Override
    public void adoptions(List<Answer<Adoption>> answers) {
        print(FoldersBody.of(answers, JsonPrinter::adoption, answer -> answer.value()
                .map(adoption -> adoption.plan().refusals())
                .orElseGet(List::of)));
    }

    @Override
    public void adopting(Answer<Adoption> answer) {
        // the report says what was written
    }

    @Override
    public void conversion(Conversion conversion, @Nullable Path written) {
        print(ConversionBody.of(conversion, written));
    }

    @Override
    public void documented(DocsAnswer answer) {
        print(DocsBody.of(answer));
    }

    @Override
    public void snapshots(Map<String, SchemaSnapshot> snapshots) {
        var bodies = new LinkedHashMap<String, SnapshotBody>();
        snapshots.forEach((database, snapshot) -> bodies.put(database, SnapshotBody.of(snapshot)));
        print(Map.of("databases", bodies));
    }

    @Override
    public void compared(List<SnapshotComparison> comparisons, DdlChoice ddl) {
        print(ComparisonsBody.of(comparisons, ddl));
    }

    @Override
    public void created(List<String> files) {
        print(Map.of("created", files));
    }

    @Override
    public void failed(MigrationException failure) {
        if (failure instanceof MigrationFailedException stopped) {
            reports.add(stopped.report());
        }
        print(FailureBody.of(failure.problems(), reports));
    }

    private void print(Object body) {
        out.println(JSON.writeValueAsString(body));
        out.flush();
    }

    private static PlanBody plan(Answer<MigrationPlan> answer) {
        return answer.value()
                .map(plan -> PlanBody.of(plan, answer.migrator().folder().settings()))
                .orElseGet(() -> new PlanBody("", List.of(), ProblemBody.of(answer.problems()), null));
    }

    private static AdoptionBody adoption(Answer<Adoption> answer) {
        return answer.value()
                .map(adoption ->
                        AdoptionBody.of(adoption, answer.migrator().folder().settings()))
                .orElseGet(() -> new AdoptionBody(
                        List.of(), new PlanBody("", List.of(), ProblemBody.of(answer.problems()), null)));
    }

    private static Map<String, Object> validation(Answer<List<Problem>> answer) {
        var problems = ProblemBody.of(answer.value().orElseGet(answer::problems));
        var body = new LinkedHashMap<String, Object>();
        body.put("valid", problems.isEmpty());
        body.put("problems", problems);
        return body;
    }
}
