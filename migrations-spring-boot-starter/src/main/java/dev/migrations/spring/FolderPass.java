package dev.migrations.spring;

import dev.migrations.MigrationReport;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.Problem;
import dev.migrations.spring.MigrationsProperties.OnFailure;
import dev.migrations.spring.database.ApplicationDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One way through all folders, in their order, and what came of each. */
final class FolderPass {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations");

    private final FolderWork work;
    private final OnFailure onFailure;
    private final long start = System.nanoTime();
    private final Map<AssignedFolder, List<FolderRun>> runs = new LinkedHashMap<>();
    private int skipped;

    FolderPass(FolderWork work, OnFailure onFailure) {
        this.work = work;
        this.onFailure = onFailure;
    }

    FolderPass over(List<AssignedFolder> folders) {
        folders.forEach(this::enter);
        return this;
    }

    /** Also one that is not enabled. */
    void explicitly(AssignedFolder folder) {
        folder.databases().forEach(database -> run(folder, database));
    }

    private void enter(AssignedFolder folder) {
        if (!folder.isEnabled()) {
            LOG.info("{}: skipped, as its migration.yaml says `enabled: false`", folder.name());
            skipped++;
        } else if (isStopped()) {
            LOG.warn("{}: skipped, as a folder before it failed", folder.name());
            skipped++;
        } else {
            explicitly(folder);
        }
    }

    private void run(AssignedFolder folder, ApplicationDatabase database) {
        if (isStopped()) {
            LOG.warn("{} on {}: skipped, as a database before it failed", folder.name(), database);
            return;
        }
        runs.computeIfAbsent(folder, first -> new ArrayList<>()).add(work.on(folder, database));
    }

    private boolean isStopped() {
        return onFailure == OnFailure.STOP && !failures().isEmpty();
    }

    /** One line for all folders. */
    void summarize() {
        var failed = runs.values().stream().filter(FolderPass::hasFailed).count();
        LOG.info(
                "All folders: {} succeeded, {} failed, {} skipped in {} ms; migrations applied: {}",
                runs.size() - failed,
                failed,
                skipped,
                (System.nanoTime() - start) / 1_000_000,
                reports().stream().mapToInt(report -> report.results().size()).sum());
    }

    /** What was done. */
    List<MigrationReport> reports() {
        return all().stream().map(FolderRun::report).toList();
    }

    /** What was done, if nothing failed. */
    List<MigrationReport> reportsOrThrow() {
        var failures = failures();
        if (failures.isEmpty()) {
            return reports();
        }
        // something pending is the least of all troubles
        var worst = failures.stream()
                .filter(run -> run.exitCode() != ExitCode.PENDING)
                .findFirst()
                .orElse(failures.get(0));
        throw new ApplicationNotMigratedException(reports(), problems(), worst.exitCode(), worst.cause());
    }

    /** All that is wrong, in the order of the folders. */
    List<Problem> problems() {
        return failures().stream()
                .flatMap(run -> run.report().errors().stream())
                .toList();
    }

    private List<FolderRun> failures() {
        return all().stream().filter(run -> !run.success()).toList();
    }

    private List<FolderRun> all() {
        return runs.values().stream().flatMap(List::stream).toList();
    }

    private static boolean hasFailed(List<FolderRun> folder) {
        return folder.stream().anyMatch(run -> !run.success());
    }
}
