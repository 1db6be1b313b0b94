package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class DocsCommandPostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files;
    private Session session;
    private Path output;

    @BeforeEach
    void setUp(TestDatabase database) {
        files = MigrationFiles.in(directory.resolve("migrations"))
                .with("001_orders.up.sql", "create table orders (id bigint primary key, total int);\n");
        session = Session.in(directory.resolve("migrations")).on(database);
        output = directory.resolve("docs");
        assertThat(session.run("up").exitCode()).isZero();
    }

    @Test
    void a_second_run_finds_everything_up_to_date() {
        assertThat(docs().out()).contains("written " + output + "/index.html").contains("3 files written, 0 removed");
        assertThat(docs().out()).isEqualTo(output + " is up to date\n");
        assertThat(docs("--check").exitCode()).isZero();
    }

    @Test
    void a_check_ends_with_5_when_the_schema_has_changed_and_writes_nothing(TestDatabase database) throws IOException {
        docs();
        var before = Files.readString(output.resolve("schema-public.md"));
        database.execute("alter table orders add note text");
        var check = docs("--check");
        assertThat(check.exitCode()).isEqualTo(5);
        assertThat(check.out()).contains("differs " + output + "/schema-public.md");
        assertThat(Files.readString(output.resolve("schema-public.md"))).isEqualTo(before);
    }

    @Test
    void another_format_takes_the_place_of_the_first() {
        docs();
        assertThat(docs("--format", "html").out()).contains("removed " + output + "/README.md");
        assertThat(output.resolve("README.md")).doesNotExist();
        assertThat(output.resolve("index.html")).exists();
    }

    @Test
    void a_file_of_somebody_else_is_left_alone() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("README.md"), "mine");
        var result = docs();
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.err()).contains("README.md is there already").contains("--output");
        assertThat(output.resolve("README.md")).hasContent("mine");
    }

    @Test
    void the_files_alone_say_what_is_not_applied_yet() throws IOException {
        files.with("002_customers.up.sql", "create table customers (id bigint primary key);\n");
        docs();
        assertThat(Files.readString(output.resolve("schema-public.md"))).doesNotContain("customers");
        docs("--from-files");
        assertThat(Files.readString(output.resolve("schema-public.md"))).contains("customers");
        try (var scratch = PostgresServer.get().createDatabase()) {
            assertThat(docs("--scratch", scratch.url(), "--check").exitCode()).isZero();
        }
    }

    @Test
    void a_program_gets_the_names_of_the_files() {
        assertThat(docs("--json").out())
                .contains("\"upToDate\" : false")
                .contains("\"files\" : [ \"README.md\", \"schema-public.md\", \"index.html\" ]");
    }

    private Session.Result docs(String... options) {
        var args = new ArrayList<>(List.of("docs", "--output", output.toString()));
        args.addAll(List.of(options));
        return session.run(args.toArray(String[]::new));
    }
}
