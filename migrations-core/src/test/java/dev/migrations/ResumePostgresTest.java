package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.MigrationResult.Action;
import dev.migrations.plan.PlanRefusedException;
import dev.migrations.problem.Problem;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file of several segments that stopped in one of them, and what the next run makes of it. */
@ExtendWith(PostgresExtension.class)
class ResumePostgresTest {

    private static final String ROWS =
            "select concat_ws(' ', version, state, segments_done) from schema_migrations where version > 1";
    private static final String INDEXES = "select count(*) from pg_index where indrelid = 't'::regclass";
    private static final String VALID = "select indisvalid from pg_index where indexrelid = 'ti'::regclass";

    private final MigrationFiles files;

    ResumePostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @BeforeEach
    void a_table_with_duplicates(TestDatabase database) {
        files.with("001_t.up.sql", "create table t (id int); insert into t values (1), (1), (2);")
                .migrator(database)
                .up();
    }

    @Test
    void a_failure_in_the_first_segment_leaves_nothing(TestDatabase database) {
        files.with("002_m.up.sql", mixed("create table a (id nothing);", "t", "create table b (id int);"));
        assertThat(fail(database).errors().get(0).message()).contains("Nothing of 002_m.up.sql was kept.");
        assertThat(database.query(ROWS)).isEmpty();
        files.with("002_m.up.sql", mixed("create table a (id int);", "t", "create table b (id int);"));
        assertThat(files.migrator(database).up()).applied("2");
    }

    @Test
    void a_failure_in_the_last_segment_keeps_the_ones_before(TestDatabase database) {
        files.with("002_m.up.sql", mixed("create table a (id int);", "t", "create table b (id nothing);"));
        var error = fail(database).errors().get(0);
        assertThat(error.message())
                .contains("Segments 1 to 2 of 3 of 002_m.up.sql stay applied; the next run goes on at line 3.");
        assertThat(database.query(ROWS)).containsExactly("2 unfinished 2");
        files.with("002_m.up.sql", mixed("create table a (id int);", "t", "create table b (id int);"));
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
        assertThat(database.query(ROWS)).containsExactly("2 applied 3");
        assertThat(database.hasTable("b")).isTrue();
        assertThat(files.migrator(database).up()).didNothing();
    }

    @Test
    void what_is_done_may_not_be_edited(TestDatabase database) {
        files.with("002_m.up.sql", mixed("create table a (id int);", "t", "create table b (id nothing);"));
        fail(database);
        files.with("002_m.up.sql", mixed("create table a (id bigint);", "t", "create table b (id int);"));
        var refusal = catchThrowableOfType(
                PlanRefusedException.class, () -> files.migrator(database).up());
        assertThat(refusal.problems()).extracting(Problem::code).containsExactly("interrupted-and-edited");
        assertThat(database.query(ROWS)).containsExactly("2 unfinished 2");
    }

    @Test
    void a_refused_build_leaves_no_invalid_index_and_is_done_again(TestDatabase database) {
        files.with(
                "002_m.up.sql",
                "create table a (id int);\ncreate unique index concurrently ti on t (id);\ncreate table b (id int);");
        assertThat(fail(database).errors().get(0).message()).contains("could not create unique index \"ti\"");
        assertThat(database.query(INDEXES)).containsExactly("0");
        assertThat(database.query(ROWS)).containsExactly("2 refused 1");
        assertThat(fail(database).errors().get(0).message()).contains("could not create unique index \"ti\"");
        assertThat(database.query(INDEXES)).containsExactly("0");
        database.execute("delete from t where ctid = '(0,1)'");
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
        assertThat(database.query(VALID)).containsExactly("t");
        assertThat(database.hasTable("b")).isTrue();
    }

    @Test
    void if_not_exists_does_not_pass_over_an_invalid_index(TestDatabase database) {
        files.with("002_i.up.sql", "create unique index concurrently if not exists ti on t (id);");
        fail(database);
        database.execute("delete from t where ctid = '(0,1)'");
        assertThat(files.migrator(database).up()).applied("2");
        assertThat(database.query(VALID)).containsExactly("t");
    }

    @Test
    void nor_over_one_that_somebody_else_has_left(TestDatabase database) {
        try {
            database.execute("create unique index concurrently ti on t (id)");
        } catch (IllegalStateException e) {
            // the duplicates
        }
        files.with("002_i.up.sql", "create index concurrently if not exists ti on t (id);");
        assertThat(files.migrator(database).up()).applied("2");
        assertThat(database.query(VALID)).containsExactly("t");
    }

    @Test
    void an_index_that_was_there_before_does_not_count_as_built(TestDatabase database) {
        database.execute("create index ti on t ((id + 1))");
        files.with("002_m.up.sql", mixed("create table a (id int);", "t", "create table b (id int);"))
                .with("003_i.up.sql", "create index concurrently ti on t (id);");
        for (var again = 0; again < 3; again++) {
            assertThat(fail(database).errors().get(0).message()).contains("relation \"ti\" already exists");
        }
        database.execute("drop index ti");
        files.without("003_i.up.sql");
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
        files.with("003_i.up.sql", "create index concurrently ti on t (id);");
        for (var again = 0; again < 3; again++) {
            assertThat(fail(database).errors().get(0).message()).contains("relation \"ti\" already exists");
        }
    }

    @Test
    void a_segment_that_is_not_done_may_become_several(TestDatabase database) {
        files.with("002_m.up.sql", mixed("create table a (id int);", "nowhere", ""));
        fail(database);
        files.with("002_m.up.sql", mixed("create table a (id int);", "t", "create table b (id int);") + "vacuum t;");
        assertThat(files.migrator(database).up()).did(Action.RESUMED, "2");
        assertThat(database.query(ROWS)).containsExactly("2 applied 4");
    }

    @Test
    void a_row_that_was_declared_done_by_hand_is_left_alone(TestDatabase database) {
        files.with("002_m.up.sql", mixed("create table a (id int);", "nowhere", ""));
        fail(database);
        files.migrator(database).force(new dev.migrations.migration.MigrationVersion(2));
        assertThat(files.migrator(database).up()).didNothing();
    }

    private static String mixed(String first, String table, String last) {
        return first + "\ncreate index concurrently ti on " + table + " (id);\n" + last + "\n";
    }

    private MigrationReport fail(TestDatabase database) {
        return catchThrowableOfType(MigrationFailedException.class, () -> files.migrator(database)
                        .up())
                .report();
    }
}
