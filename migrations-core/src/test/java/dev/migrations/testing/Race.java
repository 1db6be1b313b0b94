package dev.migrations.testing;

import dev.migrations.Migrator;
import dev.migrations.database.ConnectionSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Runners on threads that start at once. */
public final class Race {

    private Race() {}

    /** All files that any of them executed, when all have ended well. */
    public static List<String> of(int runners, MigrationFiles files, ConnectionSource source) {
        return of(Stream.generate(() -> files.migrator(source)).limit(runners).toList());
    }

    /** All files that any of these executed, when all have ended well. */
    public static List<String> of(List<Migrator> migrators) {
        var executed = new CopyOnWriteArrayList<String>();
        var atTheLine = new CountDownLatch(migrators.size());
        var running = new ArrayList<Background>();
        for (var migrator : migrators) {
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
