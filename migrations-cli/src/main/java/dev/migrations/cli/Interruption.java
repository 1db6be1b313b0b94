package dev.migrations.cli;

import dev.migrations.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ctrl-C, or a container that is stopped, while a command runs.
 * <ol>
 *   <li>The JVM begins to shut down and starts the hook; the command's own thread goes on.
 *   <li>The hook cancels what runs on the server, again and again, until the command has told what it did.
 *   <li>Only then does the JVM end, by the signal's own exit code.
 * </ol>
 */
final class Interruption {

    private static final long BETWEEN_CANCELS_MILLIS = 100;

    /** A server that does not answer keeps nobody; what it does is rolled back when it sees the connection gone. */
    private static final int MAX_CANCELS = 100;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch done = new CountDownLatch(1);

    Cancellation cancellation() {
        return cancellation;
    }

    /** Does the work; the exit code. */
    int guard(IntSupplier work) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "migrations-interrupt"));
        try {
            return work.getAsInt();
        } finally {
            done.countDown();
        }
    }

    private void interrupt() {
        try {
            for (var i = 0; i < MAX_CANCELS && !done.await(waitBefore(i), TimeUnit.MILLISECONDS); i++) {
                cancellation.request();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long waitBefore(int cancel) {
        return cancel == 0 ? 0 : BETWEEN_CANCELS_MILLIS;
    }
}
