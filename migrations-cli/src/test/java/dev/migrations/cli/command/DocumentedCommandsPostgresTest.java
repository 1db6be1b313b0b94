package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        var session = Session.in(directory).on(database);
        var page = Files.readString(PAGE);
        var typed = BLOCK.matcher(page)
                .replaceAll(block -> "```console\n" + quoted(answers(session, block.group(1))) + "```\n");
        if ("write".equals(System.getProperty("snapshots"))) {
            Files.writeString(PAGE, typed);
        }
        assertThat(typed).isEqualTo(Files.readString(PAGE));
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
        return session.run(words(line.substring("$ migrations ".length()))).screen();
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
            words.add(
                    word.startsWith("migrations/") && !line.contains(">>")
                            ? directory
                                    .resolve(word.substring("migrations/".length()))
                                    .toString()
                            : word);
        }
        return words.toArray(String[]::new);
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
                        "statements"))
                .allSatisfy(command -> assertThat(page).contains("$ migrations " + command));
    }
}
