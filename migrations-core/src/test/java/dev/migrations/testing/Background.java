package dev.migrations.testing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Something that goes on beside a test; closing it waits for its end, and fails if it failed. */
public final class Background implements AutoCloseable {

    /** Only a hang takes as long; no outcome depends on it. */
    private static final long GIVE_UP_SECONDS = 90;

    private final CompletableFuture<Void> future;

    private Background(CompletableFuture<Void> future) {
        this.future = future;
    }

    /** Starts it on a thread of its own. */
    public static Background run(Runnable work) {
        var future = new CompletableFuture<Void>();
        var thread = new Thread(() -> {
            try {
                work.run();
                future.complete(null);
            } catch (RuntimeException | Error e) {
                future.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return new Background(future);
    }

    /** Waits for another thread to come to this point. */
    public static void await(CountDownLatch latch) {
        try {
            if (!latch.await(GIVE_UP_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks until it is so. */
    public static void awaitUntil(BooleanSupplier so) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GIVE_UP_SECONDS);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came to be");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            future.get(GIVE_UP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("it does not end", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
