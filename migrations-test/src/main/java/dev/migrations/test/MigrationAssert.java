package dev.migrations.test;

import dev.migrations.Migrator;
import dev.migrations.VerifyRequest;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.test.server.TestServer;
import dev.migrations.test.template.TemplateContents;
import dev.migrations.test.template.TemplateDatabase;
import dev.migrations.verify.MissingDown;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Assertions about a folder of migrations, on the server of the tests.
 *
 * <pre>{@code
 * assertThatMigrations("classpath:migrations").roundTrip();
 *
 * assertThatMigrations("classpath:migrations")
 *         .upTo("2")
 *         .execute("insert into users (email) values ('ann@example.org')")
 *         .then("3")
 *         .query("select email, name from users")
 *         .containsExactly("ann@example.org, ann");
 * }</pre>
 */
public final class MigrationAssert {

    private final MigrationFolder folder;

    private MigrationAssert(MigrationFolder folder) {
        this.folder = folder;
    }

    /**
     * Begins a sentence about the only folder of a place.
     *
     * @param location {@code classpath:migrations}, {@code file:/path}, or a plain path
     */
    public static MigrationAssert assertThatMigrations(String location) {
        var folders = MigrationTree.read(location, classLoader()).folders();
        if (folders.size() != 1) {
            throw FolderChoiceException.notChosen(location, folders);
        }
        return assertThatMigrations(folders.get(0));
    }

    /** Begins a sentence about one folder of several. */
    public static MigrationAssert assertThatMigrations(String location, String folder) {
        var folders = MigrationTree.read(location, classLoader()).folders();
        return folders.stream()
                .filter(each -> each.name().equals(folder))
                .findFirst()
                .map(MigrationAssert::assertThatMigrations)
                .orElseThrow(() -> FolderChoiceException.unknown(location, folder, folders));
    }

    /** Begins a sentence about a folder. */
    public static MigrationAssert assertThatMigrations(MigrationFolder folder) {
        return new MigrationAssert(folder);
    }

    /** Each version's way down leads exactly back, and it can be applied again. A version without a way down fails, too. */
    public MigrationAssert roundTrip() {
        return roundTrip(MissingDown.REPORTED);
    }

    /** The same, where forward-only versions may be allowed. */
    public MigrationAssert roundTrip(MissingDown missing) {
        var report = Migrator.of(folder, TestServer.find().source())
                .database(folder.name())
                .build()
                .verify(VerifyRequest.DEFAULT);
        var flaws = report.flaws(missing);
        if (!flaws.isEmpty()) {
            throw new AssertionError(flaws.stream().map(FlawText::of).collect(Collectors.joining("\n\n")));
        }
        return this;
    }

    /** A database as it is after this version, to put rows into. */
    public MigrationStage upTo(String version) {
        var parsed = MigrationVersion.parse(version);
        var template = TemplateDatabase.of(TemplateContents.of(folder).upTo(parsed), TestServer.find());
        return MigrationStage.of(folder, template.clone(), parsed);
    }

    private static ClassLoader classLoader() {
        return Objects.requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), MigrationAssert.class.getClassLoader());
    }
}
