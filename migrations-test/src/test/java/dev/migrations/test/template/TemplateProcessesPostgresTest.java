package dev.migrations.test.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.test.server.TestServer;
import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several processes, such as modules that are tested beside each other, and one template. */
class TemplateProcessesPostgresTest {

    private final TestServer server = TestServer.find();
    private final JdbcClient admin = JdbcClient.create(server.url().dataSource());

    /** Nobody else's content, so that no other test's template is meant. */
    private final String table = "t_" + UUID.randomUUID().toString().replace('-', '_');

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /** Which build made a template is written in it. */
    @BeforeEach
    void write() {
        MigrationFiles.in(directory).with("001_t.up.sql", """
                create table %1$s (built timestamptz);
                select pg_sleep(1) as %1$s;
                insert into %1$s values (clock_timestamp());
                """.formatted(table));
    }

    @Test
    void those_that_ask_at_once_get_copies_of_one_build() throws Exception {
        var first = child();
        var second = child();
        assertThat(answer(first)).isEqualTo(answer(second)).isNotEmpty();
    }

    @Test
    void one_that_is_killed_while_it_builds_holds_up_nobody() throws Exception {
        var killed = child();
        Background.awaitUntil(this::isBuilding);
        var waiting = child();
        killed.destroyForcibly().waitFor();
        assertThat(answer(waiting)).isNotEmpty();
        assertThat(answer(child())).isNotEmpty();
    }

    private boolean isBuilding() {
        var sleeping = "select count(*) from pg_stat_activity where starts_with(query, 'select pg_sleep(1) as ' || ?)";
        return admin.sql(sleeping).param(table).query(Integer.class).single() > 0;
    }

    private Process child() throws IOException {
        return ChildCopier.start(server.url(), directory, "select built::text from " + table);
    }

    private static String answer(Process child) throws IOException, InterruptedException {
        var answer = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as("exit code").isZero();
        return answer;
    }
}
