package dev.migrations.cli.output;

import dev.migrations.MigrationListener;
import dev.migrations.MigrationResult;
import dev.migrations.Migrator;
import dev.migrations.database.BlockerEnding;
import dev.migrations.database.LockHolder;
import dev.migrations.database.LockRetry;
import dev.migrations.database.LockWait;
import dev.migrations.database.ServerNotice;
import dev.migrations.database.StatementProgress;
import dev.migrations.verify.ScriptCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a run does: a line for each step that is done, and on a terminal a line that lives while one is under way. */
final class RunProgress implements MigrationListener {

    private final Console console;
    private final LiveLine live;
    private boolean toldOfWait;
    private volatile List<Integer> inTheWay = List.of();
    private @Nullable BuildProgress builds;

    RunProgress(Console console) {
        this.console = console;
        this.live = new LiveLine(console);
    }

    /** Also says how far index builds of this migrator's runs are. */
    void watch(Migrator migrator) {
        end();
        builds = new BuildProgress(migrator);
    }

    @Override
    public void waiting(String folder, String database, LockHolder holder) {
        if (console.isLive()) {
            live.show(folder + ": waiting for " + holder, () -> "");
        } else if (!toldOfWait) {
            console.tell(folder + " on " + database + ": waiting for another runner, " + holder);
        }
        toldOfWait = true;
    }

    @Override
    public void started(String folder, String database, String script) {
        live.show(script, builds == null ? () -> "" : builds::text);
    }

    @Override
    public void progressed(String folder, String database, StatementProgress progress) {
        live.detail(", statement " + Math.min(progress.done() + 1, progress.total()) + " of " + progress.total());
    }

    @Override
    public void noticed(String folder, String database, ServerNotice notice) {
        live.end();
        if (notice.isWarning()) {
            console.warn("Warning: " + notice.message());
        } else {
            console.murmur("Notice: " + notice.message());
        }
    }

    @Override
    public void blocked(String folder, String database, LockWait wait) {
        live.detail(", waiting for " + wait.sessions().get(0).who());
        if (!wait.pids().equals(inTheWay)) {
            inTheWay = wait.pids();
            live.above(() -> console.note(
                    BlockersText.render(folder + " on " + database + ": " + wait.script(), wait.sessions())));
        }
    }

    @Override
    public void unblocked(String folder, String database) {
        inTheWay = List.of();
        live.detail("");
    }

    @Override
    public void retrying(String folder, String database, LockRetry retry) {
        live.above(() -> console.murmur(folder + " on " + database + ": " + retry));
    }

    @Override
    public void ended(String folder, String database, BlockerEnding ending) {
        live.above(() -> console.note(folder + " on " + database + ": " + ending));
    }

    @Override
    public void finished(String folder, String database, MigrationResult result) {
        live.end();
        var action = result.action();
        var what = action.isExecution()
                ? action.words() + " " + result.script() + " in " + Words.duration(result.duration())
                : "version " + result.version() + " " + action.words();
        console.tell(folder + " on " + database + ": " + what);
    }

    /** A script was applied, undone and applied again, and the next one is about to be. */
    void verified(ScriptCheck check) {
        live.show(check.script() + ": " + check.verdict().words(), () -> "");
    }

    /** Nothing more is under way. */
    void end() {
        live.end();
        if (builds != null) {
            builds.close();
            builds = null;
        }
    }
}
