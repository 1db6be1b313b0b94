package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class TraceCommandPostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files;
    private Session session;

    @BeforeEach
    void setUp(TestDatabase database) {
        files = MigrationFiles.in(directory.resolve("migrations"))
                .with("001_orders.up.sql", "create table orders (id bigint primary key, total int);\n");
        session = Session.in(directory.resolve("migrations")).on(database);
        assertThat(session.run("up").exitCode()).isZero();
        database.execute("insert into orders select n from generate_series(1, 20000) n", "vacuum analyze orders");
        files.with("002_total.up.sql", """
                -- as the shop grows
                alter table orders add note text default 'a | b';
                alter table orders
                    alter total type bigint;
                """);
    }

    @Test
    void a_dangerous_statement_is_marked_and_ends_with_5() {
        var result = session.run("trace");
        Snapshot.assertMatches("screens/trace.txt", sized(result.screen()));
        assertThat(session.run("trace", "--large", "50000").exitCode()).isZero();
    }

    @Test
    void a_pull_request_gets_a_table() {
        Snapshot.assertMatches(
                "screens/trace.md",
                sized(session.run("trace", "--format", "markdown").out()));
    }

    @Test
    void a_program_gets_the_same() {
        var json =
                session.run("trace", "--json").out().replaceAll("(\"(bytes|reads|writes|seconds)\" : )[0-9]+", "$17");
        Snapshot.assertMatches("screens/trace.json", sized(json));
    }

    @Test
    void a_script_that_fails_on_the_copy_ends_with_1() {
        files.with("003_oops.up.sql", "alter table oders add city text;\n");
        var result = session.run("trace", "--large", "50000");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("002_total.up.sql:2");
        assertThat(result.err()).contains("003_oops.up.sql:1:1").contains("^");
    }

    @Test
    void a_copy_is_kept_on_request(TestDatabase database) {
        var result = session.run("trace", "--keep-scratch");
        assertThat(result.out()).contains("kept the copy: migrations_scratch_trace_shop_0a1b2c3d");
        var kept = database.query("select datname from pg_database where datname like 'migrations_scratch_trace_"
                + database.name() + "_%'");
        assertThat(kept).hasSize(1);
        database.execute("drop database " + kept.get(0));
    }

    @Test
    void a_database_may_be_named_for_it(TestDatabase database) {
        try (var scratch = PostgresServer.get().createDatabase()) {
            assertThat(session.run("trace", "--scratch", scratch.url()).exitCode())
                    .isEqualTo(5);
            assertThat(scratch.hasTable("orders")).isFalse();
        }
        assertThat(session.run("trace", "--scratch", database.url()).err()).contains("is the database itself");
        assertThat(session.run("trace", "--scratch", "mysql://localhost/x").exitCode())
                .isEqualTo(2);
    }

    private static String sized(String text) {
        return text.replaceAll("[0-9.]+ (kB|MB)", "1.0 MB").stripTrailing();
    }
}
