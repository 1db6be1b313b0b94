package dev.migrations.cli.output;

import dev.migrations.BackfillListener;
import dev.migrations.BackfillReport;
import dev.migrations.DriftReport;
import dev.migrations.MigrationListener;
import dev.migrations.MigrationReport;
import dev.migrations.MigrationStatus;
import dev.migrations.Migrator;
import dev.migrations.QuickDriftReport;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows answers, to a person or to a program. */
public interface Printer {

    /** A folder that a command passes over because of {@code enabled: false}. */
    void skipped(MigrationFolder folder);

    /** What may be a mistake but stops nothing. */
    void warning(String sentence);

    /** Watches runs. */
    MigrationListener listener();

    /** One database is about to be worked on. */
    void running(Migrator migrator);

    /** What is about to be done, before anyone is asked. */
    void announced(Answer<MigrationPlan> plan);

    /** A remark on what was done. */
    void remark(String sentence);

    /** One database is done. */
    void ran(MigrationReport report);

    /** All databases are done. */
    void finished();

    /** Watches backfills. */
    BackfillListener backfillListener();

    /** How far the backfills of each database are. */
    void backfills(List<Answer<BackfillReport>> answers);

    /** What the backfills that were run have come to. */
    void backfilled(List<Answer<BackfillReport>> answers);

    /** How each database stands. */
    void statuses(List<Answer<MigrationStatus>> answers);

    /** What would be done on each database. */
    void plans(List<Answer<MigrationPlan>> answers);

    /** What is against each database's way up. */
    void validations(List<Answer<List<Problem>>> answers);

    /** What the pending scripts did to a copy of each database. */
    void traces(List<Answer<TraceReport>> answers, TraceView view);

    /** A script was tried. */
    void verified(ScriptCheck check);

    /** What became of the scripts of each folder. */
    void verifications(List<Answer<VerifyReport>> answers, MissingDown missing);

    /** Where each database differs from what its migrations make. */
    void drifts(List<Answer<DriftReport>> answers, DdlChoice ddl);

    /** Whether each database is what the latest run has left. */
    void quickDrifts(List<Answer<QuickDriftReport>> answers);

    /** The version of each database. */
    void versions(List<Answer<Optional<MigrationVersion>>> answers);

    /** How a script is cut. */
    void statements(List<StatementCut> statements);

    /** What the rules have against some scripts. */
    void findings(LintAnswer answer);

    /** Which row of another tool is which file, and nothing is done about it. */
    void adoptions(List<Answer<Adoption>> answers);

    /** The same before its history is taken over. */
    void adopting(Answer<Adoption> answer);

    /** Which file becomes which; null where nothing was written. */
    void conversion(Conversion conversion, @Nullable Path written);

    /** What became of the files of a reference. */
    void documented(DocsAnswer answer);

    /** What each database is made of, by its name. */
    void snapshots(Map<String, SchemaSnapshot> snapshots);

    /** How each database differs from a snapshot of it. */
    void compared(List<SnapshotComparison> comparisons, DdlChoice ddl);

    /** Files that were made. */
    void created(List<String> files);

    /** Why the command ends here. */
    void failed(MigrationException failure);
}
