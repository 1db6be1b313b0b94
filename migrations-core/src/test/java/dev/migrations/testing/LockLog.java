package dev.migrations.testing;

import dev.migrations.MigrationListener;
import dev.migrations.database.BlockerEnding;
import dev.migrations.database.LockRetry;
import dev.migrations.database.LockWait;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a run tells of its waits for locks. */
public final class LockLog implements MigrationListener {

    private final List<LockWait> waits = new CopyOnWriteArrayList<>();
    private final List<LockRetry> retries = new CopyOnWriteArrayList<>();
    private final List<BlockerEnding> endings = new CopyOnWriteArrayList<>();
    private volatile int unblocked;
    private volatile Runnable onRetry = () -> {};

    /** What else to do between two tries, on the thread of the run. */
    public LockLog onRetry(Runnable work) {
        onRetry = work;
        return this;
    }

    public List<LockWait> waits() {
        return waits;
    }

    public List<LockRetry> retries() {
        return retries;
    }

    public List<BlockerEnding> endings() {
        return endings;
    }

    /** How many waits that were told of have ended. */
    public int unblocked() {
        return unblocked;
    }

    @Override
    public void blocked(String folder, String database, LockWait wait) {
        waits.add(wait);
    }

    @Override
    public synchronized void unblocked(String folder, String database) {
        unblocked++;
    }

    @Override
    public void retrying(String folder, String database, LockRetry retry) {
        retries.add(retry);
        onRetry.run();
    }

    @Override
    public void ended(String folder, String database, BlockerEnding ending) {
        endings.add(ending);
    }
}
