package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Types every example of docs/cli.md, in its order, and compares; {@code -Dsnapshots=write} writes the answers anew. */
@ExtendWith(PostgresExtension.class)
class DocumentedCommandsPostgresTest {

    private static final Path PAGE = Path.of("../docs/cli.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```\n");
    private static final Pattern PATH = Pattern.compile("(migrations|flyway|backups|converted|reference)/.*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void setUp() {
        directory = parent.resolve("migrations");
    }

    @Test
    void the_page_shows_what_the_commands_answer(TestDatabase database) throws IOException {
        MigrationFiles.in(directory)
                .with("001_create_users.up.sql", "create table users (id bigint primary key);\n")
                .with("001_create_users.down.sql", "drop table users;\n")
                .with("002_add_email.up.sql", """
                        alter table users add email text;
                        create index concurrently users_email on users (email);
                        """)
                .with("002_add_email.down.sql", "alter table users drop email;\n")
                .with("R_active_users.sql", "create or replace view active_users as select id from users;\n");
        MigrationFiles.in(parent.resolve("flyway"))
                .with("V1__Create_users.sql", "create table users (id bigint primary key);\n")
                .with("V1_1__Add_email.sql", "alter table users add email text;\n");
        database.execute(
                "create table goose_db_version (id int, version_id bigint, is_applied boolean, tstamp timestamp)",
                "insert into goose_db_version values (1, 0, true, now()), (2, 1, true, now()), (3, 2, true, now())");
        MigrationFiles.in(parent.resolve("backups")).with("shop_20260302T101500000Z.dump", "");
        var session = Session.in(directory).on(database).with("PATH", standInForPgDump());
        var page = Files.readString(PAGE);
        var typed = BLOCK.matcher(page)
                .replaceAll(block -> "```console\n" + quoted(answers(session, block.group(1))) + "```\n");
        if ("write".equals(System.getProperty("snapshots"))) {
            Files.writeString(PAGE, typed);
        }
        assertThat(typed).isEqualTo(Files.readString(PAGE));
    }

    /** Of a version that no server has, so that the answer is the same wherever this runs. */
    private String standInForPgDump() throws IOException {
        for (var name : List.of("pg_dump", "pg_restore")) {
            var program = Files.writeString(parent.resolve(name), """
                    #!/bin/sh
                    case $1 in --version) echo "(PostgreSQL) 99";; esac
                    for argument; do case $argument in --file=*) : > "${argument#--file=}";; esac; done
                    """);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return parent.toString();
    }

    private String answers(Session session, String block) {
        return block.lines()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line + "\n" + answer(session, line))
                .reduce("", String::concat);
    }

    private String answer(Session session, String line) {
        if (line.startsWith("$ echo ")) {
            edit(line);
            return "";
        }
        return session.run(words(line.substring("$ migrations ".length())))
                .screen()
                .replace(parent + "/", "")
                .replaceAll("20[0-9]{6}T[0-9]{9}Z", "20260302T101500000Z");
    }

    /** {@code $ echo "text" >> migrations/file}. */
    private void edit(String line) {
        var words = words(line.substring("$ echo ".length()));
        var file = directory.resolve(words[2].replaceFirst("migrations/", ""));
        try {
            Files.writeString(file, Files.readString(file) + words[0] + "\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String[] words(String line) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(line);
        while (matcher.find()) {
            var word = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            words.add(PATH.matcher(word).matches() && !line.contains(">>") ? path(word) : word);
        }
        return words.toArray(String[]::new);
    }

    private String path(String word) {
        return parent.resolve(word).toString();
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    @Test
    void every_command_has_an_example() throws IOException {
        var page = Files.readString(PAGE);
        assertThat(List.of(
                        "create",
                        "up",
                        "down",
                        "goto",
                        "redo",
                        "status",
                        "version",
                        "plan",
                        "validate",
                        "force",
                        "baseline",
                        "repair",
                        "lint",
                        "statements",
                        "adopt",
                        "convert",
                        "backup",
                        "backfill",
                        "restore",
                        "docs",
                        "trace",
                        "verify"))
                .allSatisfy(command -> assertThat(page).contains("$ migrations " + command));
    }
}
