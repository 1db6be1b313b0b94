package dev.migrations.test.template;

import dev.migrations.database.DatabaseClaim;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.test.server.TestServer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A migrated database that is never used itself, only copied: built once for each content, and shared by all processes that
 * run tests on the server. Copies are made ahead in the background, so that a test rarely waits for its own.
 *
 * <pre>{@code
 * var template = TemplateDatabase.of(folder, TestServer.find());
 * try (var database = template.clone()) {
 *     … database.dataSource() …
 * }
 * }</pre>
 */
public final class TemplateDatabase {

    private final TestRun run;
    private final TemplateContents contents;
    private final TemplateKey key;
    private final Deque<DatabaseClone> ready = new ArrayDeque<>();
    private int making;
    private @Nullable DatabaseClaim claim;
    private @Nullable RuntimeException failure;

    TemplateDatabase(TestRun run, TemplateContents contents, TemplateKey key) {
        this.run = run;
        this.contents = contents;
        this.key = key;
    }

    /** See {@link #of(TemplateContents, TestServer)}. */
    public static TemplateDatabase of(MigrationFolder folder, TestServer server) {
        return of(TemplateContents.of(folder), server);
    }

    /**
     * The template of this content on this server; the files are read, but it is built when the first copy is asked for.
     *
     * @throws dev.migrations.migration.MigrationFilesException      if the files cannot be read
     * @throws TestDatabaseException                                  if the role may not make databases
     * @throws dev.migrations.database.DatabaseUnreachableException  if there is no connection
     */
    public static TemplateDatabase of(TemplateContents contents, TestServer server) {
        return TestRun.on(server).template(contents);
    }

    /**
     * A copy that nobody else has.
     *
     * @throws dev.migrations.MigrationFailedException   if a migration fails, the first time; see there
     * @throws dev.migrations.plan.PlanRefusedException  if something is against the migrations, the first time
     * @throws TestDatabaseException                      if they failed before, or the server refuses to make the copy
     */
    @Override
    public DatabaseClone clone() {
        prepare();
        var copy = next();
        makeAhead();
        return copy;
    }

    /** Its name on its server. */
    public String name() {
        return key.name();
    }

    /** Builds it now, rather than at the first copy; returns when it is there. */
    public synchronized void prepare() {
        if (failure != null) {
            throw TestDatabaseException.asBefore(key, failure);
        }
        if (claim == null) {
            try {
                claim = run.build(contents, key);
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }
    }

    private DatabaseClone next() {
        synchronized (ready) {
            var first = ready.poll();
            if (first != null) {
                return first;
            }
        }
        return run.copy(key);
    }

    private void makeAhead() {
        synchronized (ready) {
            for (; ready.size() + making < run.settings().ahead(); making++) {
                run.makeAhead(this::make);
            }
        }
    }

    private void make() {
        try {
            var copy = run.copy(key);
            synchronized (ready) {
                ready.add(copy);
            }
        } finally {
            synchronized (ready) {
                making--;
            }
        }
    }
}
