package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrations.backup.BackupException;
import dev.migrations.database.ServerAddress;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.rule.IgnoredFinding;
import dev.migrations.scratch.AfterUse;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PgBouncer;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import dev.migrations.testing.TracedCases;
import dev.migrations.trace.Blocking;
import dev.migrations.trace.TraceReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class TracePostgresTest {

    private static final TraceRequest DUMP =
            new TraceRequest(SchemaCopy.PG_DUMP, System.getenv("PATH"), null, AfterUse.REMOVE);

    private final MigrationFiles files;

    TracePostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @Test
    void where_nothing_is_pending_nothing_is_made(TestDatabase database) {
        files.with("001_users.sql", "create table users (id int)")
                .migrator(database)
                .up();
        var report = files.migrator(database).trace(TraceRequest.DEFAULT);
        assertThat(report.scripts()).isEmpty();
        assertThat(report.scratch()).isEmpty();
    }

    @Test
    void the_database_itself_is_only_read(TestDatabase database) {
        files.with("001_users.sql", "create table users (id int)");
        var report = files.migrator(database).trace(TraceRequest.DEFAULT);
        assertThat(report.scripts()).hasSize(1);
        assertThat(database.query("select relname from pg_class where oid >= 16384"))
                .isEmpty();
        assertThat(database.query("select datname from pg_database where datname = '" + report.scratch() + "'"))
                .isEmpty();
    }

    @Test
    void a_lock_is_held_until_its_transaction_ends(TestDatabase database) {
        files.with("001_tables.sql", """
                        create table orders (id bigint primary key, total int);
                        create table customers (id bigint primary key);
                        """).migrator(database).up();
        database.execute(
                "insert into orders select n, n from generate_series(1, 20000) n",
                "insert into customers select n from generate_series(1, 30) n",
                "analyze");
        files.with("002_note.sql", """
                alter table customers add note text;
                comment on table orders is 'sales';
                alter table orders alter total type bigint;
                create index concurrently on orders (total);
                """);
        var report = files.migrator(database).trace(TraceRequest.DEFAULT);
        Snapshot.assertMatches("tracing/transaction.txt", sentences(report));
        assertThat(report.dangers(10_000)).hasSize(2);
        assertThat(report.dangers(30_000)).isEmpty();
        assertThat(report.statements().get(0).held())
                .isGreaterThan(report.statements().get(2).held());
    }

    @Test
    void tables_of_the_same_run_are_nobodys_yet(TestDatabase database) {
        files.with("001_users.sql", "create table users (id int)")
                .with("002_email.sql", "alter table users add email text; create index on users (email)");
        var report = files.migrator(database).trace(TraceRequest.DEFAULT);
        assertThat(report.statements())
                .hasSize(3)
                .allSatisfy(statement -> assertThat(statement.locks()).isEmpty())
                .allSatisfy(statement -> assertThat(statement.effects()).isEmpty());
    }

    @Test
    void what_ran_before_a_failure_is_reported_with_it(TestDatabase database) {
        files.with("001_users.sql", "create table users (id int)")
                .migrator(database)
                .up();
        files.with("002_email.sql", "alter table users add email text;\nalter table user add phone text;\n");
        var report = files.migrator(database).trace(TraceRequest.DEFAULT);
        assertThat(report.statements()).hasSize(1);
        assertThat(report.errors()).hasSize(1);
        assertThat(report.errors().get(0).render()).startsWith("002_email.sql:2:13: ");
    }

    @Test
    void all_scripts_may_share_a_transaction(TestDatabase database) {
        files.with("migration.yaml", "transaction: all\n")
                .with("001_users.sql", "create table users (id int); create table roles (id int)")
                .migrator(database)
                .up();
        files.with("002_email.sql", "alter table users add email text")
                .with("003_roles.sql", "alter table roles alter id type bigint");
        assertThat(sentences(files.migrator(database).trace(TraceRequest.DEFAULT)))
                .contains("users (≈0 rows, 0 bytes) until its transaction ends, while line 1 rewrites roles (≈0 rows");
    }

    @Test
    void copied_rows_and_blocks_that_commit_by_themselves_are_seen(TestDatabase database) {
        files.with("001_users.sql", "create table users (id int); create table roles (id int)")
                .migrator(database)
                .up();
        files.with("002_rows.sql", "copy users from stdin;\n1\n2\n\\.\n").with("003_block.sql", """
                -- migrations: transaction=none
                do $$ begin
                    alter table users add email text;
                    commit;
                    alter table roles alter id type bigint;
                end $$;
                """);
        var seen = files.migrator(database).trace(TraceRequest.DEFAULT).statements().stream()
                .map(TracedCases::render)
                .toList();
        assertThat(seen)
                .containsExactly(
                        "ROW EXCLUSIVE users; users ROWS_CHANGED 2",
                        "ACCESS EXCLUSIVE roles; ACCESS EXCLUSIVE users; roles REWRITTEN; users COLUMN_ADDED email");
    }

    @Test
    void what_the_files_do_not_say_is_told(TestDatabase database) {
        files.with("001_users.sql", "create table users (id int)")
                .migrator(database)
                .baseline(MigrationVersion.parse("1"));
        files.with("002_email.sql", "alter table users add email text");
        assertThatThrownBy(() -> files.migrator(database).trace(TraceRequest.DEFAULT))
                .isInstanceOf(NoCopyException.class)
                .hasMessage("version 1 was declared as a baseline, so its files may not say what the schema was."
                        + "\nHint: copy the schema as it is, with --copy pg_dump.");
        assertThatThrownBy(() ->
                        files.migrator(database).trace(new TraceRequest(SchemaCopy.PG_DUMP, "", null, AfterUse.REMOVE)))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("pg_dump is not on the PATH");
    }

    @Test
    void what_somebody_else_has_made_is_missing_from_a_replay(TestDatabase database) {
        database.execute("create extension citext");
        files.with("001_users.sql", "create table users (name citext)")
                .migrator(database)
                .up();
        files.with("002_email.sql", "alter table users add email text");
        assertThatThrownBy(() -> files.migrator(database).trace(TraceRequest.DEFAULT))
                .isInstanceOf(NoCopyException.class)
                .satisfies(failure ->
                        Snapshot.assertMatches("tracing/not_replayed.txt", String.valueOf(failure.getMessage())));
    }

    @Test
    void a_changed_repeatable_is_noted(TestDatabase database) {
        files.with("001_users.sql", "create table users (id int)")
                .with("R_names.sql", "create or replace view names as select id from users")
                .with("R_same.sql", "create or replace view same as select id from users")
                .migrator(database)
                .up();
        files.with("R_names.sql", "create or replace view names as select id, 1 as n from users");
        var report = files.migrator(database).trace(TraceRequest.DEFAULT);
        assertThat(report.scripts()).hasSize(1);
        assertThat(report.notes()).singleElement().asString().startsWith("R_names.sql is due again");
    }

    @Test
    void a_dump_makes_the_copy_where_there_are_no_files(TestDatabase database) {
        var server = ServerAddress.of(database.source()).majorVersion();
        assumeTrue(PgDump.isFor(server), () -> "no pg_dump of PostgreSQL " + server + " is installed here");
        database.execute(
                "create extension citext",
                "create table users (name citext)",
                "create view names as select name from users");
        files.with("001_users.sql", "create table users (name citext)")
                .migrator(database)
                .baseline(MigrationVersion.parse("1"));
        files.with("002_email.sql", "alter table users add email text")
                .with("003_index.sql", "create index concurrently on users (name); alter table users add phone text");
        var seen = files.migrator(database).trace(DUMP).statements().stream()
                .map(TracedCases::render)
                .toList();
        assertThat(seen)
                .containsExactly(
                        "ACCESS EXCLUSIVE users; users COLUMN_ADDED email",
                        "SHARE UPDATE EXCLUSIVE users; users INDEX_BUILT users_name_idx",
                        "ACCESS EXCLUSIVE users; users COLUMN_ADDED phone");
    }

    @Test
    void what_waits_for_a_backfill_is_traced_too(TestDatabase database) {
        files.with("001_users.sql", "create table users (id bigint primary key, email text)")
                .migrator(database)
                .up();
        database.execute("insert into users values (1, null)");
        files.with("002_fill.sql", """
                        -- migrations: backfill table=users key=id batch=1000
                        update users set email = '' where id between :from and :to
                        """).with("003_tighten.sql", """
                        -- migrations: requires-backfill=002
                        alter table users alter email set not null
                        """);
        var seen = files.migrator(database).trace(TraceRequest.DEFAULT).statements().stream()
                .map(TracedCases::render)
                .toList();
        assertThat(seen).containsExactly("ACCESS EXCLUSIVE users; users SCANNED; users COLUMN_NOT_NULL email");
    }

    @Test
    void what_lint_does_not_know_is_marked(TestDatabase database) {
        files.with("001_users.sql", """
                create table users (id bigint primary key, code text);
                create function next_code() returns text language sql volatile as $$ select 'x' $$;
                create procedure widen() language plpgsql as
                    $$ begin execute 'alter table users alter code type varchar(9)'; end $$;
                """).migrator(database).up();
        files.with("002_more.sql", "alter table users add more text default next_code();\ncall widen();\n");
        var found = files.migrator(database).trace(TraceRequest.DEFAULT).disagreements();
        Snapshot.assertMatches(
                "tracing/disagreements.txt",
                found.stream()
                        .map(one -> one.place() + " " + likeAlways(one.sentence()))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void what_lint_is_told_to_ignore_is_no_difference(TestDatabase database) {
        files.with("001_users.sql", "create table users (id bigint primary key, code text)")
                .migrator(database)
                .up();
        files.with("002_code.sql", """
                -- migrations: lint-ignore=changing-column-type because nobody is awake at night
                alter table users alter code type varchar(9);
                """);
        var report = files.migrator(database).trace(TraceRequest.DEFAULT);
        assertThat(report.disagreements()).isEmpty();
        assertThat(report.ignoredLocks())
                .extracting(IgnoredFinding::sentence)
                .containsExactly("changing-column-type is ignored because nobody is awake at night");
    }

    @Test
    void it_works_through_pgbouncer(TestDatabase database, @TempDir Path bouncer) {
        assumeTrue(PgBouncer.isInstalled(), "pgbouncer is not installed: apt-get install pgbouncer");
        files.with("001_users.sql", "create table users (id int)")
                .migrator(database)
                .up();
        files.with("002_email.sql", "alter table users add email text; create index concurrently on users (email)");
        try (var pool = PgBouncer.before(database, bouncer)) {
            var report = files.migrator(pool.source()).trace(TraceRequest.DEFAULT);
            assertThat(report.statements().stream().map(TracedCases::render))
                    .containsExactly(
                            "ACCESS EXCLUSIVE users; users COLUMN_ADDED email",
                            "SHARE UPDATE EXCLUSIVE users; users INDEX_BUILT users_email_idx");
        }
    }

    private static String sentences(TraceReport report) {
        return report.statements().stream()
                .flatMap(statement -> report.blockings(statement).stream()
                        .map(blocking -> statement.place() + " " + sentence(report, blocking)))
                .collect(Collectors.joining("\n"));
    }

    private static String sentence(TraceReport report, Blocking blocking) {
        return likeAlways(report.sentence(blocking));
    }

    /** Sizes differ between servers, and how busy a table has been shows only where the machine is slow. */
    private static String likeAlways(String sentence) {
        return sentence.replaceAll(", [1-9][0-9.]* [kM]B", ", 1.0 MB").replaceAll(", [0-9,]+ writes/s", "");
    }

    /** Whether the machine has one that is new enough. */
    private static final class PgDump {

        static boolean isFor(int server) {
            try {
                var process = new ProcessBuilder("pg_dump", "--version").start();
                var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                var found = Pattern.compile("\\) ([0-9]+)").matcher(words);
                return found.find() && Integer.parseInt(found.group(1)) >= server;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
