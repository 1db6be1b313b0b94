package dev.migrations.database;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.MigrationFailedException;
import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many statements, and long ones, sent before the answers are read. */
@ExtendWith(PostgresExtension.class)
class PipelinePostgresTest {

    private final MigrationFiles files;

    PipelinePostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select repeat('x', 1000) from generate_series(1, 20000);",
                "do $$ begin for i in 1..20000 loop raise notice '%', repeat('x', 1000); end loop; end $$;"
            })
    void a_long_answer_does_not_meet_a_long_question(String talkative, TestDatabase database) {
        var insert = "insert into t values ('" + "y".repeat(8000) + "');\n";
        var large = "insert into t values ('" + "z".repeat(8_000_000) + "');\n";
        files.with(
                "001_t.up.sql",
                "create table t (x text);\n" + talkative + "\n" + insert.repeat(1000) + talkative + large + talkative);
        files.with("001_t.down.sql", "drop table t; -- " + "d".repeat(8_000_000));
        try (var run = Background.run(() -> files.migrator(database).up())) {
            // closing waits for the end: when both sides only write, it never comes
        }
        assertThat(database.query("select count(*) from t")).containsExactly("1001");
    }

    @Test
    void thousands_of_statements_are_one_transaction(TestDatabase database) {
        files.with(
                "001_t.up.sql", "create table t (x int primary key);\n" + inserts(5000) + "insert into t values (7);");
        var failure = catchThrowableOfType(
                MigrationFailedException.class, () -> files.migrator(database).up());
        assertThat(failure).hasMessageContaining("001_t.up.sql:5002:1: duplicate key value");
        assertThat(database.hasTable("t")).isFalse();
        files.with("001_t.up.sql", "create table t (x int primary key);\n" + inserts(5000));
        assertThat(files.migrator(database).up()).applied("1");
        assertThat(database.query("select count(*) from t")).containsExactly("5000");
    }

    @Test
    void the_statement_that_failed_is_named_whatever_the_ones_before_it_return(TestDatabase database) {
        files.with("001_t.up.sql", """
                create table t (x int); create table u (x int);
                select 1; select 1 where false;
                insert into t values (1) returning x;
                explain select 1;
                ;
                update t set x = 2; delete from t where false;
                create rule twice as on insert to t where new.x = 3 do also (insert into u values (4); insert into u values (5));
                insert into t values (3);
                do $$ begin raise notice 'n'; raise warning 'w'; end $$;
                show search_path; fetch all from nowhere;
                select 1;
                """);
        var failure = catchThrowableOfType(
                MigrationFailedException.class, () -> files.migrator(database).up());
        assertThat(failure).hasMessageContaining("001_t.up.sql:10:19: cursor \"nowhere\" does not exist");
    }

    private static String inserts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "insert into t values (" + i + ");\n")
                .collect(Collectors.joining());
    }
}
