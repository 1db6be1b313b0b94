package dev.migrations.cli.output;

import dev.migrations.Migrator;
import dev.migrations.database.IndexBuild;
import dev.migrations.database.IndexBuildWatch;
import dev.migrations.problem.MigrationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How far an index build is; asked once a second, and on a connection that only a run of more than a second costs. */
final class BuildProgress implements AutoCloseable {

    private static final long BETWEEN_QUESTIONS = TimeUnit.SECONDS.toNanos(1);

    private final Migrator migrator;
    private @Nullable IndexBuildWatch watch;
    private long lastAsked = System.nanoTime();
    private String text = "";

    BuildProgress(Migrator migrator) {
        this.migrator = migrator;
    }

    /** Such as {@code , building index: scanning table 42 %}; empty while nothing is built. */
    synchronized String text() {
        var now = System.nanoTime();
        if (now - lastAsked >= BETWEEN_QUESTIONS) {
            lastAsked = now;
            text = ask();
        }
        return text;
    }

    private String ask() {
        try {
            if (watch == null) {
                watch = migrator.watchIndexBuilds();
            }
            return watch.find().map(BuildProgress::words).orElse("");
        } catch (MigrationException e) {
            return ""; // no run fails for want of a progress line
        }
    }

    private static String words(IndexBuild build) {
        return ", " + build.phase() + (build.percent() == null ? "" : " " + build.percent() + " %");
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}
