package dev.migrations.test.template;

import dev.migrations.Backfills;
import dev.migrations.Migrator;
import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseClaim;
import dev.migrations.database.DatabaseCopies;
import dev.migrations.database.ServerDatabases;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.problem.MigrationException;
import dev.migrations.test.server.TestServer;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes sure that a template is there.
 *
 * <ol>
 *   <li>Whoever uses a template shares a {@link DatabaseClaim} on it, taken before its comment is read: so nobody drops it in
 *       between, and if the comment says that it is complete, it is.
 *   <li>Whoever builds it has the claim for himself; the others wait for him. What a kill has left unfinished has no claim,
 *       and is dropped by the next builder.
 *   <li>The comment is written last, when nobody can connect any more: a session would keep it from being copied.
 * </ol>
 */
final class TemplateBuild {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final TestServer server;
    private final TemplateContents contents;
    private final TemplateKey key;

    TemplateBuild(TestServer server, TemplateContents contents, TemplateKey key) {
        this.server = server;
        this.contents = contents;
        this.key = key;
    }

    /** A claim that is shared with others, on a template that is complete. */
    DatabaseClaim claim() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var claim = findComplete();
            if (claim.isPresent()) {
                return claim.get();
            }
            var own = DatabaseClaim.on(server.source(), key.name());
            if (own.isPresent()) {
                try (var held = own.get()) {
                    build();
                }
            } else {
                pause();
            }
        }
        throw TestDatabaseException.stillBuilding(key, PATIENCE);
    }

    private Optional<DatabaseClaim> findComplete() {
        var claim = DatabaseClaim.shared(server.source(), key.name());
        if (claim.isPresent() && !isComplete()) {
            claim.get().close();
            return Optional.empty();
        }
        return claim;
    }

    private boolean isComplete() {
        try (var databases = ServerDatabases.open(server.source())) {
            return DatabaseCopies.on(databases)
                    .findComment(key.name())
                    .filter(comment -> comment.startsWith(Mark.TEMPLATE))
                    .isPresent();
        }
    }

    private void build() {
        if (isComplete()) {
            return;
        }
        try (var databases = ServerDatabases.open(server.source())) {
            databases.drop(key.name());
            create(databases);
            try {
                fill();
            } catch (RuntimeException e) {
                databases.drop(key.name());
                throw e;
            }
            DatabaseCopies.on(databases).seal(key.name());
            databases.comment(key.name(), Mark.of(Mark.TEMPLATE, key));
        }
    }

    private void create(ServerDatabases databases) {
        try {
            databases.create(key.name(), Mark.of(Mark.BUILDING, key));
        } catch (MigrationException e) {
            throw TestDatabaseException.notMade(e);
        }
    }

    private void fill() {
        var database = server.database(key.name());
        contents.folders().forEach(folder -> migrate(folder, database.source()));
        contents.scripts().forEach(script -> SeedRun.on(database, script));
    }

    private void migrate(MigrationFolder folder, ConnectionSource source) {
        var migrator = Migrator.of(folder, source)
                .database(folder.name())
                .withoutFingerprint()
                .build();
        var backfills = Backfills.of(migrator);
        var upTo = contents.upTo();
        backfills.migrate(upTo == null ? MigrationTarget.up() : MigrationTarget.goTo(upTo));
        if (folder.read().migrations().stream()
                .anyMatch(migration -> migration.backfill().isPresent())) {
            backfills.run();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another process builds a template", e);
        }
    }
}
