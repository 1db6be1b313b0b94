package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.Psql;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who comes from another tool. */
@ExtendWith(PostgresExtension.class)
class AdoptCommandsPostgresTest {

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void files_of_golang_migrate() {
        directory = parent.resolve("migrations");
        MigrationFiles.in(directory)
                .with("migration.yaml", "schema-table: migrations_history\n")
                .with("000001_users.up.sql", "create table users (id int);")
                .with("000001_users.down.sql", "drop table users;")
                .with("000002_email.up.sql", "alter table users add email text;")
                .with("000003_phone.up.sql", "alter table users add phone text;");
    }

    private static void golangMigrate(TestDatabase database) {
        database.execute(
                "create table schema_migrations (version bigint not null primary key, dirty boolean not null)",
                "insert into schema_migrations values (2, false)",
                "create table users (id int, email text)");
    }

    @Test
    void adopt_shows_the_mapping_before_it_takes_over(TestDatabase database) {
        golangMigrate(database);
        var session = Session.in(directory).on(database);
        var screen = new StringBuilder();
        for (var command : List.of(
                new String[] {"adopt", "--from", "golang-migrate", "--dry-run"},
                new String[] {"adopt", "--from", "golang-migrate"},
                new String[] {"adopt", "--from", "golang-migrate"},
                new String[] {"status"},
                new String[] {"adopt", "--from", "flyway"},
                new String[] {"adopt", "--from", "golang"})) {
            screen.append("$ migrations ")
                    .append(String.join(" ", command))
                    .append('\n')
                    .append(session.run(command).screen());
        }
        Snapshot.assertMatches("adopting/golang_migrate.txt", screen.toString().stripTrailing());
    }

    @Test
    void the_page_shows_what_adopt_answers(TestDatabase database) throws IOException {
        golangMigrate(database);
        var adopt = Session.in(directory).on(database).run("adopt", "--from", "golang-migrate");
        assertThat(Files.readString(Path.of("../docs/adopting.md")))
                .contains("```console\n$ migrations adopt --from golang-migrate\n" + adopt.screen() + "```");
    }

    @Test
    void a_dry_run_that_would_be_refused_says_so_by_its_exit_code(TestDatabase database) {
        golangMigrate(database);
        database.execute("update schema_migrations set version = 9");
        var session = Session.in(directory).on(database);
        assertThat(session.run("adopt", "--from", "golang-migrate", "--dry-run").exitCode())
                .isEqualTo(5);
        var json = session.run("adopt", "--from", "golang-migrate", "--dry-run", "--json");
        assertThat(json.out()).contains("\"theirs\" : \"version 9\"", "\"code\" : \"foreign-without-file\"");
        assertThat(session.run("adopt", "--from", "golang-migrate").exitCode()).isEqualTo(5);
    }

    @Test
    void convert_shows_what_becomes_what_and_what_is_left_to_do(@TempDir Path flyway) {
        MigrationFiles.in(flyway)
                .with("V1__Create_users.sql", "create table users (id int);")
                .with("V1_1__Grant.sql", "grant select on users to ${reader};")
                .with("R__Active_users.sql", "create or replace view active as select 1;");
        var session = Session.in(parent.resolve("new"));
        var dry = session.run("convert", "--from", "flyway", flyway.toString(), "--dry-run");
        assertThat(dry.exitCode()).isEqualTo(1);
        assertThat(parent.resolve("new")).doesNotExist();
        var written = session.run("convert", "--from", "flyway", flyway.toString());
        Snapshot.assertMatches("adopting/convert_flyway.txt", written.screen().stripTrailing());
        assertThat(parent.resolve("new")).isDirectoryContaining("glob:**001_create_users.up.sql");
        assertThat(session.run("convert", "--from", "flyway", flyway.toString()).exitCode())
                .isEqualTo(5);
        assertThat(session.run("convert", "--from", "liquibase", flyway.toString())
                        .screen())
                .isEqualTo("Error: --from takes flyway, dbmate, goose, not \"liquibase\"."
                        + "\nHint: write --from flyway.\n(exit code 2)\n");
    }

    @Test
    void what_plan_sql_prints_can_be_run(TestDatabase database) {
        try (var byPsql = PostgresServer.get().createDatabase()) {
            var sql = Session.in(directory).on(byPsql).run("plan", "--sql");
            assertThat(sql.exitCode()).isZero();
            Psql.run(byPsql, sql.out(), parent);
            assertThat(Session.in(directory)
                            .on(byPsql)
                            .run("status", "--exit-code")
                            .exitCode())
                    .isZero();
        }
        assertThat(Session.in(directory)
                        .on(database)
                        .run("plan", "--sql", "--json")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_restore_wants_a_yes(TestDatabase database) {
        var restore = Session.in(directory).on(database).run("restore", "some.dump");
        assertThat(restore.exitCode()).isEqualTo(2);
        assertThat(restore.err()).contains("add --yes if that is what you want.");
    }

    @Test
    void a_failed_backup_stops_the_migration(TestDatabase database) {
        // a directory that is a file cannot take a dump, whatever pg_dump is installed
        var file = directory.resolve("migration.yaml");
        var up = Session.in(directory).on(database).run("up", "--backup", file.toString());
        assertThat(up.exitCode()).isEqualTo(5);
        assertThat(database.hasTable("users")).isFalse();
    }
}
