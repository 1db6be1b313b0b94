package dev.migrations.database;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Tries again what did not get its locks in time, or was chosen to end a deadlock. The runner's own lock is kept meanwhile, and
 * asked for before each try.
 */
public final class LockRetries implements Tries {

    private final MigrationLock lock;
    private final BlockerWatch watch;
    private final Consumer<Duration> sleep;
    private final ServerListener listener;

    /**
     * Retries for as long as the lock is held.
     *
     * @param watch    looks for those who are in the way
     * @param sleep    waits between two tries, and throws where the run is to end
     * @param listener hears of each try that failed
     */
    public LockRetries(MigrationLock lock, BlockerWatch watch, Consumer<Duration> sleep, ServerListener listener) {
        this.lock = lock;
        this.watch = watch;
        this.sleep = sleep;
        this.listener = listener;
    }

    @Override
    public void run(String script, Limits limits, Consumer<Limits> work) {
        var tries = new LockTries(this, watch);
        tries.repeat(() -> work.accept(tries.begin(script, limits)));
    }

    /** Work of several scripts that is kept or lost as one, and so is tried as one. */
    void runTogether(Consumer<Tries> work) {
        var tries = new LockTries(this, watch);
        tries.repeat(() -> work.accept((script, limits, part) -> part.accept(tries.begin(script, limits))));
    }

    void pause(LockRetry retry) {
        listener.retrying(retry);
        sleep.accept(retry.pause());
        lock.check();
    }
}
