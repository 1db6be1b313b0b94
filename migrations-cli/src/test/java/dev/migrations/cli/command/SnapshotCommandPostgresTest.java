package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class SnapshotCommandPostgresTest {

    @TempDir
    Path directory;

    private Session session;
    private String file;

    @BeforeEach
    void setUp(TestDatabase database) {
        MigrationFiles.in(directory.resolve("migrations")).with("001_users.up.sql", """
                        create table users (id bigint primary key, email text);
                        create function one() returns int language sql as $$
                        	select 1;\s
                        $$;
                        """);
        session = Session.in(directory.resolve("migrations")).on(database);
        file = directory.resolve("schema.snapshot").toString();
        assertThat(session.run("up").exitCode()).isZero();
    }

    @Test
    void it_shows_what_the_database_is_made_of() {
        assertThat(session.run("snapshot").out())
                .contains("schema public:\n  table users:\n    column id: {type: bigint, not null: ")
                .contains("    constraint users_pkey:\n      definition: PRIMARY KEY (id)\n")
                .contains("      \tselect 1; \n")
                .doesNotContain("owner")
                .doesNotContain("schema_migrations");
        assertThat(session.run("snapshot", "--with-rights").out()).contains("    owner: ");
        assertThat(session.run("snapshot", "--json").out()).contains("\"kind\" : \"table\"");
    }

    @Test
    void a_file_that_is_up_to_date_passes(TestDatabase database) throws IOException {
        assertThat(session.run("snapshot", "--output", file).out()).contains("created ");
        assertThat(Files.readString(Path.of(file)))
                .isEqualTo(session.run("snapshot").out());
        assertThat(session.run("snapshot", "--check", file).exitCode()).isZero();
        assertThat(session.run("snapshot", "--check", file, "--from-files").exitCode())
                .isZero();
        database.execute("alter table users alter email set not null", "create table extra (id int)");
        var result = session.run("snapshot", "--check", file);
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out())
                .contains("not as ")
                .contains("+ table public.extra")
                .contains("~ column public.users.email");
        assertThat(session.run("snapshot", "--check", file, "--json").out())
                .contains("\"matches\" : false", "\"code\" : \"snapshot-differs\"");
        assertThat(session.run("snapshot", "--check", file, "--from-files").exitCode())
                .isZero();
    }

    @Test
    void ddl_makes_the_database_as_the_file_says(TestDatabase database) {
        session.run("snapshot", "--output", file);
        database.execute("alter table users drop email", "create table extra (id int)");
        assertThat(session.run("snapshot", "--check", file, "--ddl").out()).endsWith("""

                        -- to make shop as %s says
                        -- loses the data of table public.extra
                        drop table public.extra;
                        alter table public.users add column email text;
                        """.formatted(file));
        assertThat(session.run("snapshot", "--check", file, "--ddl", "--json").out())
                .contains("\"sql\" : \"drop table public.extra\"");
        var result = session.run("snapshot", "--ddl");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("add --check FILE");
    }

    @Test
    void two_files_are_compared_without_a_database(TestDatabase database) {
        session.run("snapshot", "--output", file);
        database.execute("create table extra (id int)");
        var later = directory.resolve("later.snapshot").toString();
        session.run("snapshot", "--output", later);
        var alone = Session.in(directory.resolve("migrations"));
        var result = alone.run("snapshot", "--from-snapshot", later, "--check", file);
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out()).contains(later + ": not as " + file + " says", "+ table public.extra");
        assertThat(alone.run("snapshot", "--from-snapshot", file, "--check", file)
                        .exitCode())
                .isZero();
        assertThat(alone.run("snapshot", "--from-snapshot", file, "--from-files")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_file_of_another_server_is_compared_and_said_to_be() throws IOException {
        session.run("snapshot", "--output", file);
        var path = Path.of(file);
        Files.writeString(path, Files.readString(path).replaceFirst("server: [0-9]+", "server: 13"));
        var result = session.run("snapshot", "--check", file);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Note: the file is of PostgreSQL 13");
    }

    @Test
    void a_file_that_is_none_is_refused() throws IOException {
        assertThat(session.run("snapshot", "--check", file).exitCode()).isEqualTo(2);
        Files.writeString(Path.of(file), "format: 2\nserver: 20\n");
        var result = session.run("snapshot", "--check", file);
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.err()).contains("schema.snapshot:1:9: format 2 is newer than this release reads");
    }
}
