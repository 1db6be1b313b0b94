package dev.migrations.test.template;

import dev.migrations.database.DatabaseClaim;
import dev.migrations.database.DatabaseCopies;
import dev.migrations.database.ServerDatabases;
import dev.migrations.problem.MigrationException;
import dev.migrations.test.server.TestServer;
import dev.migrations.test.server.TestServer.Lifetime;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this JVM does on one server, until it ends.
 *
 * <ol>
 *   <li>Its name is claimed as long as it lives, and is a part of the names of all its copies: those that a kill has left have
 *       no claim, and the next run drops them.
 *   <li>A template is known by the checksum of its content, so that there is one of each in a JVM.
 *   <li>When the JVM ends in good order, its copies are dropped, unless the server ends with it.
 * </ol>
 */
final class TestRun {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations.test");
    private static final Map<TestServer, TestRun> OF_THIS_JVM = new ConcurrentHashMap<>();
    private static final int TOKEN_BYTES = 4;

    private final TestServer server;
    private final TestKitSettings settings;
    private final DatabaseClaim claim;
    private final String name;
    private final String facts;
    private final BackgroundWork making;
    private final BackgroundWork removing;
    private final Housekeeping housekeeping;
    private final Map<String, TemplateDatabase> templates = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    private TestRun(TestServer server, TestKitSettings settings, DatabaseClaim claim, String name, String facts) {
        this.server = server;
        this.settings = settings;
        this.claim = claim;
        this.name = name;
        this.facts = facts;
        this.making = new BackgroundWork("migrations-test-make");
        this.removing = new BackgroundWork("migrations-test-remove");
        this.housekeeping = new Housekeeping(server.source(), settings.keep());
    }

    static TestRun on(TestServer server) {
        return OF_THIS_JVM.computeIfAbsent(server, TestRun::begin);
    }

    private static TestRun begin(TestServer server) {
        try (var databases = ServerDatabases.open(server.source())) {
            if (!databases.mayCreate()) {
                throw TestDatabaseException.mayNotCreate(databases.role());
            }
            var random = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(random);
            var name = Mark.COPIES + HexFormat.of().formatHex(random);
            var claim = databases.claim(name);
            var facts = String.join(
                    " ", DatabaseCopies.on(databases).serverVersion(), databases.role(), databases.database());
            var run = new TestRun(server, TestKitSettings.ofThisJvm(), claim, name, facts);
            run.removing.submit(run.housekeeping::removeLeftCopies);
            if (server.lifetime() == Lifetime.LONGER) {
                Runtime.getRuntime().addShutdownHook(new Thread(run::end, "migrations-test-end"));
            }
            return run;
        }
    }

    TemplateDatabase template(TemplateContents contents) {
        var key = contents.key(facts);
        return templates.computeIfAbsent(key.name(), same -> new TemplateDatabase(this, contents, key));
    }

    TestServer server() {
        return server;
    }

    TestKitSettings settings() {
        return settings;
    }

    /** Builds what is not there; the claim keeps it from being dropped. */
    DatabaseClaim build(TemplateContents contents, TemplateKey key) {
        var claim = new TemplateBuild(server, contents, key).claim();
        removing.submit(() -> housekeeping.removeOldTemplates(key));
        return claim;
    }

    DatabaseClone copy(TemplateKey template) {
        var copyName = name + "_" + number.incrementAndGet();
        var comment = Mark.of(Mark.COPY, template);
        ask(databases -> {
            var copies = DatabaseCopies.on(databases);
            try {
                copies.copy(template.name(), copyName, comment, settings.strategy());
            } catch (MigrationException e) {
                again(copies, template, copyName, comment, e);
            }
            return copyName;
        });
        return new DatabaseClone(this, template, copyName, server.database(copyName));
    }

    /** Sessions of our own that somebody has left on it are ended. */
    private void again(
            DatabaseCopies copies, TemplateKey template, String copyName, String comment, MigrationException failure) {
        if (!"55006".equals(failure.problems().get(0).sqlState())) {
            throw TestDatabaseException.notMade(failure);
        }
        var sessions = copies.endOwnSessions(template.name());
        if (!sessions.isEmpty()) {
            throw TestDatabaseException.inUse(template.name(), sessions, failure);
        }
        copies.copy(template.name(), copyName, comment, settings.strategy());
    }

    void makeAhead(Runnable work) {
        making.submit(work);
    }

    void remove(String copy) {
        removing.submit(() -> ask(databases -> {
            databases.drop(copy);
            return copy;
        }));
    }

    /** False where none are kept. */
    boolean keep(DatabaseClone copy, TemplateKey template, String test) {
        if (settings.keep() == 0) {
            return false;
        }
        ask(databases -> {
            databases.comment(copy.name(), Mark.kept(template, test));
            return test;
        });
        removing.submit(housekeeping::removeOldKept);
        return true;
    }

    private <T> T ask(Function<ServerDatabases, T> question) {
        try (var databases = ServerDatabases.open(server.source())) {
            return question.apply(databases);
        }
    }

    private void end() {
        making.end();
        removing.submit(() -> housekeeping.removeCopiesOf(name));
        removing.end();
        claim.close();
        LOG.debug("{} has ended", name);
    }
}
