package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.database.ForeignHistoryTable;
import dev.migrations.history.ForeignTool;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Histories that Liquibase itself has written. */
@ExtendWith(PostgresExtension.class)
class AdoptLiquibasePostgresTest {

    private static final ForeignHistoryTable LIQUIBASE = ForeignHistoryTable.of(ForeignTool.LIQUIBASE);

    private static final Logger LIQUIBASE_LOG = Logger.getLogger("liquibase");

    private final MigrationFiles theirs;
    private final MigrationFiles ours;

    AdoptLiquibasePostgresTest(@TempDir Path directory) {
        LIQUIBASE_LOG.setLevel(Level.WARNING);
        theirs = MigrationFiles.in(directory.resolve("liquibase"));
        ours = MigrationFiles.in(directory.resolve("migrations"));
    }

    private void update(TestDatabase database, String changelog) throws Exception {
        try (var connection = new JdbcConnection(DriverManager.getConnection(database.url()));
                var files = new DirectoryResourceAccessor(theirs.directory())) {
            var liquibase = new Liquibase(changelog, files, connection);
            liquibase.update("");
        }
    }

    @Test
    void change_sets_are_found_by_the_number_of_their_file_or_by_their_id(TestDatabase database) throws Exception {
        theirs.with("001-users.sql", """
                        --liquibase formatted sql
                        --changeset ann:a
                        create table users (id int);
                        --changeset ann:b
                        create table roles (id int);
                        """).with("rest.sql", """
                        --liquibase formatted sql
                        --changeset ann:2-add-email
                        alter table users add email text;
                        --changeset ann:add_phone
                        alter table users add phone text;
                        """);
        update(database, "001-users.sql");
        update(database, "rest.sql");
        ours.with("001_users.up.sql", "create table users (id int); create table roles (id int);")
                .with("002_add_email.up.sql", "alter table users add email text;")
                .with("003_add_phone.up.sql", "alter table users add phone text;")
                .with("004_next.up.sql", "create table next (id int);");
        var adoption = ours.migrator(database).adoption(LIQUIBASE);
        assertThat(adoption.matches().stream().map(match -> match.theirs() + " -> " + match.ours()))
                .containsExactly(
                        "001-users.sql::a::ann -> 001_users.up.sql",
                        "001-users.sql::b::ann -> 001_users.up.sql",
                        "rest.sql::2-add-email::ann -> 002_add_email.up.sql",
                        "rest.sql::add_phone::ann -> 003_add_phone.up.sql");
        ours.migrator(database).adopt(LIQUIBASE);
        assertThat(ours.migrator(database).up().executedFiles()).containsExactly("004_next.up.sql");
    }

    @Test
    void what_has_no_file_is_told_and_a_held_lock_is_respected(TestDatabase database) throws Exception {
        theirs.with("changes.sql", """
                --liquibase formatted sql
                --changeset ann:1
                create table users (id int);
                --changeset ann:extra
                create table extra (id int);
                """);
        update(database, "changes.sql");
        ours.with("001_users.up.sql", "create table users (id int);");
        assertThatThrownBy(() -> ours.migrator(database).adopt(LIQUIBASE))
                .hasMessage("Liquibase has applied changes.sql::extra::ann, and no file here is it."
                        + "\nHint: add it as <version>_extra.up.sql.");
        ours.with("002_extra.up.sql", "create table extra (id int);");
        database.execute("update databasechangeloglock set locked = true");
        var impatient = Migrator.of(ours.folder(), database.source())
                .lockPatience(Duration.ofMillis(200))
                .build();
        assertThatThrownBy(() -> impatient.adopt(LIQUIBASE))
                .hasMessageEndingWith("if no Liquibase runs any more, `liquibase release-locks`.");
        database.execute("update databasechangeloglock set locked = false");
        assertThat(ours.migrator(database).adopt(LIQUIBASE).results()).hasSize(2);
    }
}
