package dev.migrations.spring;

import dev.migrations.MigrationListener;
import dev.migrations.MigrationResult;
import dev.migrations.database.LockHolder;
import dev.migrations.database.ServerNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of a run while it runs: one line per migration, who is waited for, what the server says. */
final class MigrationLog implements MigrationListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations");

    @Override
    public void waiting(String folder, String database, LockHolder holder) {
        LOG.info("{} on {}: waiting for another runner, {}", folder, database, holder);
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
