package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads, and that the second start either succeeds or says exactly what is in the way. */
@ExtendWith(PostgresExtension.class)
class BadInputPostgresTest {

    private final MigrationFiles files;

    BadInputPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
        files.with("001_create_users.up.sql", "create table users (id int primary key, name text);");
    }

    @Test
    void changed_missing_and_late_scripts_are_told_at_once(TestDatabase database) {
        files.with("002_a.up.sql", "select 1;")
                .with("004_b.up.sql", "select 1;")
                .with("006_c.up.sql", "select 1;");
        files.migrator(database).up();
        database.execute("update schema_migrations set applied_at = '2026-03-02 12:00+00'");
        files.with("002_a.up.sql", "select 2;")
                .without("004_b.up.sql")
                .with("005_late.up.sql", "create table late ();");
        assertRefused(database, "changed_missing_late", ExitCode.REFUSED);
        assertThat(database.hasTable("late")).isFalse();
        assertRefused(database, "changed_missing_late", ExitCode.REFUSED);
    }

    @Test
    void a_file_put_in_another_ones_place_is_told_with_both_names(TestDatabase database) {
        files.with("002_add_carts.up.sql", "select 1;");
        files.migrator(database).up();
        database.execute("update schema_migrations set applied_at = '2026-03-02 12:00+00'");
        files.without("002_add_carts.up.sql").with("002_add_orders.up.sql", "select 2;");
        assertRefused(database, "other_script", ExitCode.REFUSED);
    }

    @Test
    void a_syntax_error_points_at_the_character_whatever_comes_before_it(TestDatabase database) {
        var text = "-- línea\r\n".repeat(38) + "select '\uD83D\uDE80é';\r\nselect 'né' as a, \u00fc frm users;\r\n";
        files.with("002_crlf.up.sql", text);
        assertRefused(database, "syntax_error", ExitCode.FAILED);
        assertThat(database.query("select max(version) from schema_migrations")).containsExactly("1");
        files.with("002_crlf.up.sql", "select 1;");
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void a_script_that_cannot_be_read_runs_nothing_at_all(TestDatabase database) {
        files.with(
                        "002_quote.up.sql",
                        "create function f() returns void as $body$\nbegin\nend;\n$bdoy$ language plpgsql;")
                .with("003_psql.up.sql", "select 1;\n\\i other.sql\n")
                .with("004_commit.up.sql", "insert into users values (1);\ncommit;\n");
        assertRefused(database, "unreadable_scripts", ExitCode.REFUSED);
        assertThat(database.hasTable("users")).isFalse();
    }

    @Test
    void a_violated_constraint_is_told_in_the_servers_words(TestDatabase database) {
        files.with("002_data.up.sql", "insert into users values (1, 'a');\ninsert into users values (1, 'b');");
        assertRefused(database, "violated_constraint", ExitCode.FAILED);
        assertThat(database.query("select count(*) from users")).containsExactly("0");
    }

    @Test
    void a_full_disk_keeps_nothing_and_says_so(TestDatabase database) {
        files.with(
                "002_full.up.sql",
                "create table big (id int);\ndo $$ begin raise exception using errcode = '53100', message = 'could not extend file: No space left on device'; end $$;");
        assertRefused(database, "disk_full", ExitCode.FAILED);
        assertThat(database.hasTable("big")).isFalse();
    }

    @Test
    void a_statement_that_runs_too_long_is_stopped(TestDatabase database) {
        files.with("002_slow.up.sql", "-- migrations: statement-timeout=50ms\nselect pg_sleep(60);");
        assertRefused(database, "statement_timeout", ExitCode.FAILED);
    }

    @Test
    void a_lock_that_does_not_come_is_not_waited_for(TestDatabase database) throws Exception {
        files.migrator(database).up();
        files.with(
                "002_locked.up.sql",
                "-- migrations: lock-timeout=50ms lock-retry-budget=0\nalter table users add age int;");
        try (var other = database.source().connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table users in access share mode");
            assertRefused(database, "lock_timeout", ExitCode.LOCKED);
        }
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void a_statement_that_cannot_run_in_a_transaction_is_told_how_it_can(TestDatabase database) {
        files.with("002_parts.up.sql", "create table p (id int) partition by range (id);\nreindex table p;");
        assertRefused(database, "needs_no_transaction", ExitCode.FAILED);
        files.with(
                "002_parts.up.sql",
                "-- migrations: transaction=none\ncreate table p (id int) partition by range (id);\nreindex table p;");
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void an_enum_value_used_in_its_own_transaction_is_told_how_it_can(TestDatabase database) {
        database.execute("create type mood as enum ('sad')", "create table moods (m mood)");
        files.with("002_mood.up.sql", "alter type mood add value 'glad';\ninsert into moods values ('glad');");
        assertRefused(database, "enum_value", ExitCode.FAILED);
        files.with(
                "002_mood.up.sql",
                "begin;\nalter type mood add value 'glad';\ncommit;\ninsert into moods values ('glad');");
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void a_deferred_constraint_that_fails_at_commit_keeps_nothing(TestDatabase database) {
        files.with(
                "002_deferred.up.sql",
                "alter table users add boss int references users deferrable initially deferred;\ninsert into users values (1, 'a', 9);");
        assertRefused(database, "commit_failed", ExitCode.FAILED);
        assertThat(database.query("select max(version) from schema_migrations")).containsExactly("1");
    }

    private void assertRefused(TestDatabase database, String snapshot, ExitCode exitCode) {
        var failure = catchThrowableOfType(
                MigrationException.class, () -> files.migrator(database).up());
        assertThat(failure).as(snapshot).isNotNull();
        Snapshot.assertMatches("bad-input/" + snapshot + ".txt", failure.getMessage());
        assertThat(failure.exitCode()).isEqualTo(exitCode);
    }
}
