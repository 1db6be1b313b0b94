package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Writes the files of docs/backfills.md and types its commands; {@code -Dsnapshots=write} writes the answers anew. */
@ExtendWith(PostgresExtension.class)
class DocumentedBackfillPostgresTest {

    private static final Path PAGE = Path.of("../docs/backfills.md");
    private static final Pattern FILE = Pattern.compile("`([0-9a-z_.]+)`:\n```sql\n([^`]*)```\n");
    private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```\n");

    @TempDir
    Path parent;

    @Test
    void the_page_shows_what_the_commands_answer(TestDatabase database) throws IOException {
        var page = Files.readString(PAGE);
        var files = MigrationFiles.in(parent.resolve("migrations")).with("001_create_users.up.sql", """
                create table users (id bigint primary key, created_at timestamptz not null);
                insert into users select n, now() - n * interval '1 day' from generate_series(1, 100) n;
                analyze users;
                """);
        FILE.matcher(page).results().forEach(file -> files.with(file.group(1), file.group(2)));
        var session = Session.in(files.directory()).on(database);
        var typed = BLOCK.matcher(page)
                .replaceAll(
                        block -> Matcher.quoteReplacement("```console\n" + answers(session, block.group(1)) + "```\n"));
        if ("write".equals(System.getProperty("snapshots"))) {
            Files.writeString(PAGE, typed);
        }
        assertThat(typed).isEqualTo(Files.readString(PAGE));
        assertThat(database.query("select count(*) from users where verified")).containsExactly("71");
    }

    private static String answers(Session session, String block) {
        return block.lines()
                .filter(line -> line.startsWith("$ migrations "))
                .map(line -> line + "\n"
                        + session.run(line.substring("$ migrations ".length()).split(" ", -1))
                                .screen())
                .reduce("", String::concat);
    }
}
