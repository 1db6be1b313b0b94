package dev.migrations.spring.actuate;

import dev.migrations.lint.LintMode;
import dev.migrations.spring.AssignedFolder;
import dev.migrations.spring.RunJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks many databases side by side, and waits for all of them together, but not for long. */
final class StatusQueries {

    private static final Duration DEADLINE = Duration.ofSeconds(6);
    private static final int WIDTH = 16;

    private StatusQueries() {}

    /** The answers by folder and by database, in the order of the folders. */
    static Map<String, Map<String, DatabaseBody>> ask(List<AssignedFolder> folders, RunJournal journal, LintMode lint) {
        var queries = new ArrayList<StatusQuery>();
        for (var folder : folders) {
            folder.databases().forEach(database -> queries.add(new StatusQuery(folder, database, journal, lint)));
        }
        var answers = ask(queries);
        var byFolder = new LinkedHashMap<String, Map<String, DatabaseBody>>();
        for (var i = 0; i < queries.size(); i++) {
            var query = queries.get(i);
            byFolder.computeIfAbsent(query.folder().name(), name -> new LinkedHashMap<>())
                    .put(query.database().name(), answers.get(i));
        }
        return byFolder;
    }

    private static List<DatabaseBody> ask(List<StatusQuery> queries) {
        if (queries.isEmpty()) {
            return List.of();
        }
        var threads = Executors.newFixedThreadPool(Math.min(WIDTH, queries.size()), StatusQueries::thread);
        try {
            var answers = threads.invokeAll(queries, DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            var bodies = new ArrayList<DatabaseBody>();
            for (var i = 0; i < queries.size(); i++) {
                bodies.add(answer(queries.get(i), answers.get(i)));
            }
            return bodies;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return queries.stream().map(StatusQuery::late).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static DatabaseBody answer(StatusQuery query, Future<DatabaseBody> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException e) {
            return query.late();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A driver that hangs does not keep the process alive. */
    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "migrations-status");
        thread.setDaemon(true);
        return thread;
    }
}
