package dev.migrations.test.template;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does one thing after the other, and keeps no JVM alive. What fails there is nobody's failure. */
final class BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations.test");

    /** How long the end of a JVM may take for it. */
    private static final long PATIENCE_SECONDS = 20;

    private final ExecutorService thread;

    BackgroundWork(String name) {
        this.thread = Executors.newSingleThreadExecutor(work -> {
            var daemon = new Thread(work, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    void submit(Runnable work) {
        try {
            thread.execute(() -> run(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("too late: the JVM ends");
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // whoever needs the result does it himself, and sees why it fails; what is left is dropped by the next run
            LOG.debug("in the background: {}", e.getMessage());
        }
    }

    /** What is begun or waits is done, and no more. */
    void end() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
