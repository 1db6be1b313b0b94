package dev.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.ServerAddress;
import dev.migrations.problem.MigrationException;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class BackupPostgresTest {

    private final Path directory;

    BackupPostgresTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void what_was_dumped_comes_back(TestDatabase database) {
        var source = ConnectionSource.of(database.url(), null, null);
        var installed = ClientProgram.find("pg_dump", System.getenv("PATH"));
        var server = ServerAddress.of(source).majorVersion();
        assumeTrue(
                installed.filter(program -> program.majorVersion() >= server).isPresent(),
                () -> "no pg_dump of PostgreSQL " + server + " is installed here");
        database.execute("create table users (id int)", "insert into users values (7)");
        var file = Backup.of(source, System.getenv("PATH")).write(directory.resolve("backups"));
        assertThat(file.getFileName().toString()).matches(database.name() + "_[0-9T]+Z\\.dump");
        database.execute("delete from users", "alter table users add email text");
        Backup.of(source, System.getenv("PATH")).restore(file);
        assertThat(database.query("select row(u.*) from users u")).containsExactly("(7)");
    }

    @Test
    void the_password_goes_by_the_environment(TestDatabase database) throws IOException {
        program(
                "pg_dump",
                99,
                "env > '" + directory + "/env'; echo \"$@\" > '" + directory + "/args';"
                        + " for a in \"$@\"; do case $a in --file=*) echo dump > \"${a#--file=}\";; esac; done");
        var source = ConnectionSource.of(database.url(), null, "s3cret");
        Backup.of(source, directory.toString()).write(directory.resolve("backups"));
        assertThat(Files.readString(directory.resolve("env")))
                .contains("PGPASSWORD=s3cret\n", "PGDATABASE=" + database.name() + "\n");
        assertThat(Files.readString(directory.resolve("args"))).doesNotContain("s3cret");
    }

    @Test
    void a_failed_dump_leaves_no_file(TestDatabase database) throws IOException {
        program("pg_dump", 99, "echo 'pg_dump: error: no space' >&2; exit 1");
        assertThatThrownBy(() -> backup(database).write(directory.resolve("backups")))
                .isInstanceOf(BackupException.class)
                .hasMessage("pg_dump failed: pg_dump: error: no space"
                        + "\nHint: correct what it says; nothing was changed.");
        assertThat(directory.resolve("backups")).isEmptyDirectory();
    }

    @Test
    void an_older_program_is_refused_before_it_runs(TestDatabase database) throws IOException {
        var program = program("pg_dump", 9, "exit 1");
        var server = ServerAddress.of(database.source()).majorVersion();
        assertThatThrownBy(() -> backup(database).write(directory.resolve("backups")))
                .hasMessage(program + " is of PostgreSQL 9 and the server is " + server
                        + ": it does not dump a newer server.\nHint: put the directory of a newer one first on the PATH"
                        + " (Debian: /usr/lib/postgresql/" + server + "/bin).");
    }

    @Test
    void a_missing_program_or_file_is_told(TestDatabase database) {
        assertThatThrownBy(() -> backup(database).write(directory))
                .hasMessageStartingWith("pg_dump is not on the PATH.");
        assertThatThrownBy(() -> backup(database).restore(directory.resolve("no.dump")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("no.dump");
    }

    private Backup backup(TestDatabase database) {
        return Backup.of(database.source(), directory.toString());
    }

    private Path program(String name, int version, String script) throws IOException {
        var path = directory.resolve(name);
        Files.writeString(path, """
                #!/bin/sh
                PATH=/usr/bin:/bin
                if [ "$1" = --version ]; then echo '%s (PostgreSQL) %d.1'; exit 0; fi
                %s
                """.formatted(name, version, script));
        assumeTrue(path.toFile().setExecutable(true), "no scripts here");
        return path;
    }
}
