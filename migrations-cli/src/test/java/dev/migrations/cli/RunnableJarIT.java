package dev.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar as people run it. */
@ExtendWith(PostgresExtension.class)
class RunnableJarIT {

    private static final Path JAR = Path.of("target/migrations-cli.jar").toAbsolutePath();

    @TempDir
    Path directory;

    @Test
    void it_tells_its_version_from_its_manifest_also_in_the_history(TestDatabase database) throws Exception {
        MigrationFiles.in(directory).with("001_a.up.sql", "create table a ();");
        assertThat(output(java("--version"))).matches("migrations [0-9].*\n");
        assertThat(output(java("up", "--url", database.url()))).contains("applied 001_a.up.sql");
        assertThat(database.query("select tool_version from schema_migrations"))
                .noneMatch(version -> version.equals("development"));
    }

    @Test
    void it_answers_as_json_and_keeps_log_lines_away(TestDatabase database) throws Exception {
        MigrationFiles.in(directory).with("001_a.up.sql", "do $$ begin raise notice 'hello'; end $$;");
        var process = start(java("up", "--json", "--url", database.url()));
        assertThat(read(process.getInputStream())).startsWith("{\n  \"success\" : true");
        assertThat(read(process.getErrorStream())).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void it_draws_the_diagram_of_a_database(TestDatabase database) throws Exception {
        MigrationFiles.in(directory)
                .with("001_a.up.sql", "create table a (id int primary key); create table b (a int references a);");
        output(java("up", "--url", database.url()));
        assertThat(output(java("docs", "--output", "docs", "--url", database.url())))
                .contains("written docs/index.html");
        assertThat(directory.resolve("docs/index.html")).content().contains("data-from=\"table.public.a\"");
    }

    @Test
    void it_prints_a_completion_script() throws Exception {
        assertThat(output(java("generate-completion"))).contains("complete -F").contains("--schema-table");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @DisabledOnOs(OS.WINDOWS)
    void a_signal_cancels_the_statement_and_tells_what_was_applied(String signal, int exitCode, TestDatabase database)
            throws Exception {
        MigrationFiles.in(directory)
                .with("001_a.up.sql", "create table a ();")
                .with("002_b.up.sql", "create table b (); select pg_sleep(600);");
        var process = start(java("up", "--url", database.url()));
        Background.awaitUntil(() -> !database.query("select 1 from pg_stat_activity where state = 'active'"
                        + " and datname = current_database() and query like 'select pg_sleep%'")
                .isEmpty());
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        var out = read(process.getInputStream());
        var err = read(process.getErrorStream());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(exitCode);
        assertThat(out).contains("applied 001_a.up.sql").contains("1 applied");
        assertThat(err).contains("Nothing of 002_b.up.sql was kept").contains("Hint: run it again");
        assertThat(database.hasTable("b")).isFalse();
        assertThat(database.query("select count(*) from pg_stat_activity where state = 'active'"
                        + " and datname = current_database() and query like 'select pg_sleep%'"))
                .containsExactly("0");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_closed_pipe_ends_quietly(TestDatabase database) throws Exception {
        MigrationFiles.in(directory).with("001_a.up.sql", "create table a ();");
        var command = String.join(" ", java("status", "--url", "'" + database.url() + "'")) + " | head -c 1; sleep 2";
        var process = start(List.of("sh", "-c", command));
        assertThat(read(process.getErrorStream())).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_wrapper_finds_java_and_the_jar() throws Exception {
        var wrapper = Path.of("../bin/migrations").toAbsolutePath().normalize();
        assertThat(output(List.of(wrapper.toString(), "--version"))).startsWith("migrations ");
        var link = Files.createSymbolicLink(directory.resolve("m"), wrapper);
        assertThat(output(List.of(link.toString(), "--version"))).startsWith("migrations ");
    }

    private List<String> java(String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "--dir",
                directory.toString()));
        command.addAll(List.of(args));
        return command;
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).directory(directory.toFile()).start();
    }

    private String output(List<String> command) throws Exception {
        var process = start(command);
        var out = read(process.getInputStream());
        assertThat(read(process.getErrorStream())).isEmpty();
        assertThat(process.waitFor()).isZero();
        return out;
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
