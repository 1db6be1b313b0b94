package dev.migrations.spring;

import dev.migrations.MigrationListener;
import dev.migrations.MigrationResult;
import dev.migrations.database.BlockerEnding;
import dev.migrations.database.LockHolder;
import dev.migrations.database.LockRetry;
import dev.migrations.database.LockWait;
import dev.migrations.database.ServerNotice;
import dev.migrations.lint.LintReport;
import dev.migrations.rule.Severity;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tells the log of a run while it runs: one line per migration, who is waited for, who is in the way, what the server says. */
final class MigrationLog implements MigrationListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations");

    private volatile List<Integer> inTheWay = List.of();

    @Override
    public void waiting(String folder, String database, LockHolder holder) {
        LOG.info("{} on {}: waiting for another runner, {}", folder, database, holder);
    }

    /** Errors in full, as they are about to stop the traffic; the rest by their number. */
    @Override
    public void linted(String folder, String database, LintReport report) {
        report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> LOG.warn(
                        "{} on {}: lint: {}: {}",
                        folder,
                        database,
                        finding.rule(),
                        finding.toProblem().render()));
        var warnings = report.count(Severity.WARNING);
        if (warnings > 0) {
            LOG.info("{} on {}: lint: {} more findings, shown by `migrations lint`", folder, database, warnings);
        }
    }

    @Override
    public void started(String folder, String database, String script) {
        LOG.debug("{} on {}: running {}", folder, database, script);
    }

    @Override
    public void noticed(String folder, String database, ServerNotice notice) {
        if (notice.isWarning()) {
            LOG.warn("{} on {}: the server warns: {}", folder, database, notice.message());
        } else {
            LOG.debug("{} on {}: the server says: {}", folder, database, notice.message());
        }
    }

    @Override
    public void blocked(String folder, String database, LockWait wait) {
        if (!wait.pids().equals(inTheWay)) {
            inTheWay = wait.pids();
            wait.sessions()
                    .forEach(session -> LOG.warn(
                            "{} on {}: {} waits for a lock; in the way: {}; {}",
                            folder,
                            database,
                            wait.script(),
                            session,
                            session.remedy()));
        }
    }

    @Override
    public void unblocked(String folder, String database) {
        inTheWay = List.of();
    }

    @Override
    public void retrying(String folder, String database, LockRetry retry) {
        LOG.atLevel(retry.failed() == 1 ? Level.INFO : Level.DEBUG).log("{} on {}: {}", folder, database, retry);
    }

    @Override
    public void ended(String folder, String database, BlockerEnding ending) {
        LOG.warn("{} on {}: {}", folder, database, ending);
    }

    @Override
    public void finished(String folder, String database, MigrationResult result) {
        LOG.info(
                "{} on {}: {} {} in {} ms",
                folder,
                database,
                result.action().words(),
                result.script(),
                result.duration().toMillis());
    }
}
