package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.problem.Problem;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the server refuses while a script runs, and that a second start goes on from there. */
@ExtendWith(PostgresExtension.class)
class StatementFailurePostgresTest {

    private final MigrationFiles files;

    StatementFailurePostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @Test
    void a_statement_that_takes_too_long_is_cancelled(TestDatabase database) {
        files.with(
                "001_a.up.sql",
                "-- migrations: statement-timeout=50ms\ncreate table a (id int);\nselect pg_sleep(3600);");
        var problem = fail(database);
        assertThat(problem.sqlState()).isEqualTo("57014");
        assertThat(problem.message()).startsWith("canceling statement due to statement timeout");
        assertThat(problem.hint()).contains("statement-timeout=");
        assertThat(database.hasTable("a")).isFalse();
    }

    @Test
    void a_statement_that_stands_alone_may_have_a_time_limit_too(TestDatabase database) {
        database.execute("create table t (id int)");
        files.with("001_i.up.sql", "-- migrations: statement-timeout=50ms\ncreate index concurrently ti on t (id);");
        try (var other = OpenTransaction.in(database, "insert into t values (1)")) {
            assertThat(fail(database).sqlState()).isEqualTo("57014");
        }
        assertThat(files.migrator(database).up().success()).isTrue();
        assertThat(database.query("select indisvalid from pg_index where indexrelid = 'ti'::regclass"))
                .containsExactly("t");
    }

    @Test
    void a_lock_that_does_not_come_is_not_waited_for(TestDatabase database) {
        database.execute("create table t (id int)");
        files.with(
                "001_t.up.sql",
                "-- migrations: lock-timeout=50ms lock-retry-budget=0\ncreate table a (id int);\nalter table t add x int;");
        try (var other = OpenTransaction.in(database, "select from t")) {
            var problem = fail(database);
            assertThat(problem.sqlState()).isEqualTo("55P03");
            assertThat(problem.location()).hasToString("001_t.up.sql:3:1");
        }
        assertThat(database.hasTable("a")).isFalse();
        assertThat(files.migrator(database).up()).applied("1");
    }

    @Test
    void a_constraint_that_is_checked_at_the_commit_undoes_script_and_row(TestDatabase database) {
        database.execute("create table p (id int primary key)");
        files.with("001_c.up.sql", """
                create table c (id int references p deferrable initially deferred);
                insert into c values (1);
                """);
        var problem = fail(database);
        assertThat(problem.code()).isEqualTo("commit-failed");
        assertThat(problem.message()).contains("violates foreign key constraint", "Nothing of 001_c.up.sql was kept.");
        assertThat(database.hasTable("c")).isFalse();
        assertThat(database.query("select version from schema_migrations")).isEmpty();
        database.execute("insert into p values (1)");
        assertThat(files.migrator(database).up()).applied("1");
    }

    @Test
    void a_written_transaction_that_cannot_commit_keeps_the_ones_before_it(TestDatabase database) {
        database.execute("create table p (id int primary key)");
        files.with("001_c.up.sql", """
                create table c (id int references p deferrable initially deferred);
                begin isolation level serializable;
                insert into c values (1);
                commit;
                create table d (id int);
                """);
        assertThat(fail(database).message()).contains("Segment 1 of 3 of 001_c.up.sql");
        assertThat(database.hasTable("c")).isTrue();
        assertThat(database.hasTable("d")).isFalse();
        database.execute("insert into p values (1)");
        assertThat(files.migrator(database).up().success()).isTrue();
        assertThat(database.hasTable("d")).isTrue();
    }

    @Test
    void a_full_disk_is_said_to_be_one(TestDatabase database) {
        files.with("001_a.up.sql", """
                create table a (id int);
                do $$ begin raise exception 'could not extend file "base/1/2": No space left' using errcode = '53100'; end $$;
                """);
        var problem = fail(database);
        assertThat(problem.sqlState()).isEqualTo("53100");
        assertThat(problem.hint()).startsWith("free disk space");
        assertThat(database.hasTable("a")).isFalse();
    }

    @Test
    void copy_data_that_does_not_fit_is_named_by_its_statement(TestDatabase database) {
        files.with("001_a.up.sql", "create table a (id int);\ncopy a from stdin;\n1\nx\n\\.\ncreate table b (id int);");
        var problem = fail(database);
        assertThat(problem.location()).hasToString("001_a.up.sql:2:1");
        assertThat(problem.message()).contains("invalid input syntax for type integer: \"x\"", "COPY a, line 2");
        assertThat(database.hasTable("a")).isFalse();
    }

    private Problem fail(TestDatabase database) {
        return catchThrowableOfType(MigrationFailedException.class, () -> files.migrator(database)
                        .up())
                .problems()
                .get(0);
    }
}
