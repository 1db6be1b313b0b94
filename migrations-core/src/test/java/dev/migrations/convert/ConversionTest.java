package dev.migrations.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.history.ForeignTool;
import dev.migrations.problem.Problem;
import dev.migrations.testing.MigrationFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionTest {

    private final MigrationFiles theirs;
    private final Path target;

    ConversionTest(@TempDir Path directory) {
        theirs = MigrationFiles.in(directory.resolve("theirs"));
        target = directory.resolve("migrations");
    }

    @Test
    void plain_versions_of_flyway_keep_their_numbers() {
        theirs.with("V1__Create_users.sql", "create table users (id int);")
                .with("V12__Add e-mail.sql", "alter table users add email text;")
                .with("U12__Undo_it.sql", "alter table users drop email;")
                .with("R__Active users.sql", "create or replace view active as select 1;");
        assertThat(mapping(ForeignTool.FLYWAY))
                .containsExactly(
                        "V1__Create_users.sql -> 001_create_users.up.sql",
                        "U12__Undo_it.sql -> 012_add_e_mail.down.sql",
                        "V12__Add e-mail.sql -> 012_add_e_mail.up.sql",
                        "R__Active users.sql -> R_active_users.sql");
    }

    @Test
    void dotted_versions_of_flyway_are_counted_through() {
        theirs.with("V2__last.sql", "select 4;")
                .with("V1_10__third.sql", "select 3;")
                .with("V1.2__second.sql", "select 2;")
                .with("V1.0__first.sql", "select 1;");
        assertThat(mapping(ForeignTool.FLYWAY))
                .containsExactly(
                        "V1.0__first.sql -> 001_first.up.sql",
                        "V1.2__second.sql -> 002_second.up.sql",
                        "V1_10__third.sql -> 003_third.up.sql",
                        "V2__last.sql -> 004_last.up.sql");
    }

    @Test
    void what_flyway_does_and_we_do_not_is_told_with_its_place() {
        theirs.with("V1__grant.sql", "create role app;\ngrant select on t to ${user};")
                .with("V2__Fill.java", "class V2__Fill {}")
                .with("V3__next.sql", "select 3;")
                .with("V3__next.sql.conf", "executeInTransaction=false")
                .with("U9__nothing.sql", "select 9;")
                .with("B3__all.sql", "select 3;")
                .with("afterMigrate.sql", "select 1;");
        var conversion = Conversion.of(ForeignTool.FLYWAY, theirs.directory());
        assertThat(mapping(ForeignTool.FLYWAY))
                .containsExactly("V1__grant.sql -> 001_grant.up.sql", "V3__next.sql -> 003_next.up.sql");
        assertThat(conversion.problems().stream().map(Problem::render))
                .containsExactly(
                        "B3__all.sql is a baseline script, which stands for all versions before it.\nHint: make it the first"
                                + " migration of a directory of its own, without those that it stands for.",
                        "U9__nothing.sql undoes a version that has no file.\nHint: delete it, or add the file of that"
                                + " version.",
                        """
                        V1__grant.sql:2:22: the placeholder ${user} is not replaced here.

                         2 | grant select on t to ${user};
                           |                      ^

                        Hint: write its value into 001_grant.up.sql.""",
                        "V2__Fill.java is not SQL, so it stays behind; its number is kept free.\nHint: write what it does in"
                                + " SQL, under that number.",
                        "V3__next.sql.conf holds settings of one script.\nHint: for `executeInTransaction=false`, write"
                                + " `-- migrations: transaction=none` at the head of the script.",
                        "afterMigrate.sql is a callback, and there are none here.\nHint: write an R_ file with"
                                + " `run=always`.");
    }

    @Test
    void files_of_dbmate_are_split_in_two() throws IOException {
        theirs.with("20240101120000_create_users.sql", """
                        -- migrate:up
                        create table users (id int);

                        -- migrate:down
                        drop table users;
                        """)
                .with("20240102120000_add_index.sql", """
                        -- migrate:up transaction:false
                        create index concurrently i on users (id);

                        -- migrate:down
                        """)
                .with("20240103120000_odd.sql", "select 1;");
        var conversion = Conversion.of(ForeignTool.DBMATE, theirs.directory());
        conversion.write(target);
        assertThat(written())
                .containsExactly(
                        "20240101120000_create_users.down.sql: drop table users;\n",
                        "20240101120000_create_users.up.sql: create table users (id int);\n",
                        """
                        20240102120000_add_index.up.sql: -- migrations: transaction=none
                        create index concurrently i on users (id);
                        """);
        assertThat(conversion.problems().stream().map(Problem::render))
                .containsExactly("20240103120000_odd.sql:1:1: there is no `-- migrate:up` in this file."
                        + "\nHint: rename it by hand, if it is a migration.");
    }

    @Test
    void files_of_goose_are_split_in_two() throws IOException {
        theirs.with("00001_create_users.sql", """
                        -- a word before
                        -- +goose Up
                        create table users (id int);
                        -- +goose StatementBegin
                        create function f() returns int language plpgsql as $$ begin return 1; end $$;
                        -- +goose StatementEnd

                        -- +goose Down
                        drop function f();
                        drop table users;
                        """).with("00002_index.sql", """
                        -- +goose NO TRANSACTION
                        -- +goose Up
                        -- +goose ENVSUB ON
                        create index concurrently i on users (id);
                        """).with("00003_fill.go", "package main");
        var conversion = Conversion.of(ForeignTool.GOOSE, theirs.directory());
        conversion.write(target);
        assertThat(written())
                .containsExactly("00001_create_users.down.sql: drop function f();\ndrop table users;\n", """
                        00001_create_users.up.sql: -- a word before
                        create table users (id int);
                        create function f() returns int language plpgsql as $$ begin return 1; end $$;
                        """, """
                        00002_index.up.sql: -- migrations: transaction=none
                        create index concurrently i on users (id);
                        """);
        assertThat(conversion.problems().stream().map(problem -> problem.location() + " " + problem.message()))
                .containsExactly(
                        "00002_index.sql:3:1 variables of the environment are not replaced here.",
                        "null 00003_fill.go is not SQL, so it stays behind; its number is kept free.");
    }

    @Test
    void nothing_is_overwritten() {
        theirs.with("V1__one.sql", "select 1;");
        var conversion = Conversion.of(ForeignTool.FLYWAY, theirs.directory());
        conversion.write(target);
        assertThatThrownBy(() -> conversion.write(target))
                .hasMessage(target + " holds files already, and nothing is ever overwritten."
                        + "\nHint: name a directory that does not exist yet.");
        assertThatThrownBy(() -> Conversion.of(ForeignTool.GOOSE, target.resolve("nowhere")))
                .hasMessageStartingWith("there is no directory ");
    }

    @Test
    void two_files_that_would_become_one_are_told() {
        theirs.with("V1__one.sql", "select 1;").with("V01__one.sql", "select 2;");
        assertThat(Conversion.of(ForeignTool.FLYWAY, theirs.directory()).problems().stream()
                        .map(Problem::message))
                .containsExactly("V1__one.sql and V01__one.sql would both become 001_one.up.sql;"
                        + " only the second is converted.");
    }

    private List<String> mapping(ForeignTool tool) {
        return Conversion.of(tool, theirs.directory()).files().stream()
                .map(file -> file.from() + " -> " + file.to())
                .toList();
    }

    private List<String> written() throws IOException {
        try (var files = Files.list(target)) {
            return files.sorted()
                    .map(file -> file.getFileName() + ": " + read(file))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
