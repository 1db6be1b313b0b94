package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Meets the wait of docs/locks.md, and compares; {@code -Dsnapshots=write} writes the answer anew. */
@ExtendWith(PostgresExtension.class)
class DocumentedLocksPostgresTest {

    private static final Path PAGE = Path.of("../docs/locks.md");
    private static final String READ = "select id from users where email = 'ann@example.org'";
    private static final String NAME = "set application_name = 'shop-web'";

    @TempDir
    Path parent;

    @Test
    void the_page_shows_what_is_told_of_a_blocker(TestDatabase database) throws IOException {
        var directory = parent.resolve("migrations");
        MigrationFiles.in(directory).with("007_add_age.up.sql", "alter table users add age int;\n");
        database.execute("create table users (id bigint primary key, email text)");
        var session = Session.in(directory).on(database);
        try (var reader = OpenTransaction.in(database, NAME, READ)) {
            assertIsTyped("up", command -> session.run(command).screen(), reader);
        }
    }

    @Test
    void the_page_shows_what_the_status_tells_of_a_blocker(TestDatabase database) throws IOException {
        var directory = parent.resolve("migrations");
        MigrationFiles.in(directory).with("007_add_age.up.sql", "alter table users add age int;\n");
        database.execute("create table users (id bigint primary key, email text)");
        var session = Session.in(directory).on(database);
        try (var reader = OpenTransaction.in(database, NAME, READ);
                var waiting = Background.run(() -> session.run("up", "--lock-timeout", "0"))) {
            Background.awaitUntil(() -> session.run("status").screen().contains("in the way"));
            assertIsTyped("status", command -> session.run(command).screen(), reader);
            reader.close();
        }
    }

    private static void assertIsTyped(String command, Function<String[], String> screen, OpenTransaction reader)
            throws IOException {
        var block = Pattern.compile("(?s)```console\n(\\$ migrations (" + command + ".*?)\n).*?```\n");
        var typed = block.matcher(Files.readString(PAGE)).replaceFirst(found -> {
            var masked = screen.apply(found.group(2).split(" "))
                    .replace(Integer.toString(reader.pid()), "4711")
                    .replaceAll(
                            "pid \\d+ \\((\\w+) at [0-9.]+, migrations lock, process \\d+, since [^,]+",
                            "pid 4708 ($1 at 10.0.0.5, migrations lock, process 812, since 2026-03-02T10:15:00Z")
                    .replaceAll("at 127[0-9.]+", "at 10.0.0.7")
                    .replace("a transaction of 5 ms", "a transaction of 12 min");
            return Matcher.quoteReplacement("```console\n" + found.group(1) + masked + "```\n");
        });
        if ("write".equals(System.getProperty("snapshots"))) {
            Files.writeString(PAGE, typed);
        }
        assertThat(typed).isEqualTo(Files.readString(PAGE)).contains("$ migrations " + command);
    }

    @Test
    void an_unknown_choice_of_blockers_is_wrong_usage(TestDatabase database) {
        var session = Session.in(parent).on(database);
        assertThat(session.run("up", "--cancel-blockers", "all").exitCode()).isEqualTo(2);
        assertThat(session.run("up", "--lock-retry-budget", "5").err())
                .contains("--lock-retry-budget takes a time with its unit");
    }

    @Test
    void a_session_that_is_idle_in_its_transaction_is_ended_where_that_was_asked_for(TestDatabase database) {
        MigrationFiles.in(parent).with("001_a.up.sql", "alter table users add age int;");
        database.execute("create table users (id int)");
        try (var reader = OpenTransaction.in(database, "select from users")) {
            var result = Session.in(parent).on(database).run("up", "--cancel-blockers", "idle-in-transaction");
            assertThat(result.exitCode()).isZero();
            assertThat(result.err())
                    .contains("001_a.up.sql waits for a lock; in the way:\n  pid " + reader.pid())
                    .contains("ended pid " + reader.pid() + ", as cancel-blockers asks");
        }
    }
}
