package dev.migrations.testing;

import dev.migrations.database.ConnectionSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Runners on threads that start at once. */
public final class Race {

    private Race() {}

    /** All files that any of them executed, when all have ended well. */
    public static List<String> of(int runners, MigrationFiles files, ConnectionSource source) {
        var executed = new CopyOnWriteArrayList<String>();
        var atTheLine = new CountDownLatch(runners);
        var running = new ArrayList<Background>();
        for (var i = 0; i < runners; i++) {
            var migrator = files.migrator(source);
            running.add(Background.run(() -> {
                atTheLine.countDown();
                Background.await(atTheLine);
                executed.addAll(migrator.up().executedFiles());
            }));
        }
        running.forEach(Background::close);
        return List.copyOf(executed);
    }
}
