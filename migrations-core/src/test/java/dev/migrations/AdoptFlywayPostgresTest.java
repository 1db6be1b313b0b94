package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.convert.Conversion;
import dev.migrations.database.ForeignHistoryTable;
import dev.migrations.database.LockNotAcquiredException;
import dev.migrations.history.ForeignTool;
import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.OpenTransaction;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Histories that Flyway itself has written. */
@ExtendWith(PostgresExtension.class)
class AdoptFlywayPostgresTest {

    private static final ForeignHistoryTable FLYWAY = ForeignHistoryTable.of(ForeignTool.FLYWAY);

    private final MigrationFiles theirs;
    private final MigrationFiles ours;

    AdoptFlywayPostgresTest(@TempDir Path directory) {
        theirs = MigrationFiles.in(directory.resolve("flyway"));
        ours = MigrationFiles.in(directory.resolve("migrations"));
    }

    private AdoptFlywayPostgresTest both(String flyway, String migrations, String text) {
        theirs.with(flyway, text);
        ours.with(migrations, text);
        return this;
    }

    private FluentConfiguration flyway(TestDatabase database) {
        return Flyway.configure().dataSource(database.url(), null, null).locations("filesystem:" + theirs.directory());
    }

    @Test
    void versions_and_repeatables_are_taken_over_with_their_times(TestDatabase database) {
        both("V1__Create_users.sql", "001_create_users.up.sql", "create table users (id int);");
        both("V2__Add_email.sql", "002_add_email.up.sql", "alter table users add email text;");
        both("R__active_users.sql", "R_active_users.sql", "create or replace view active as select 1 as one;\r\n");
        both("R__old_users.sql", "R_old_users.sql", "create or replace view old as select 1 as one;");
        flyway(database).load().migrate();
        both("V3__later.sql", "003_later.up.sql", "create table later (id int);");
        ours.with("R_old_users.sql", "create or replace view old as select 2 as one;");

        assertThat(ours.migrator(database).adopt(FLYWAY).results()).hasSize(4);
        assertThat(database.query("""
                        select h.version || ' ' || h.description
                        from schema_migrations h
                        join flyway_schema_history f on f.version::bigint = h.version
                        where h.applied_by = f.installed_by and h.applied_at = f.installed_on at time zone 'Asia/Kathmandu'
                        order by h.version""")).containsExactly("1 create_users", "2 add_email");
        // the one that has changed since Flyway ran it is due
        assertThat(ours.migrator(database).up().executedFiles()).containsExactly("003_later.up.sql", "R_old_users.sql");
    }

    @Test
    void dotted_versions_are_found_by_their_descriptions(TestDatabase database) {
        both("V1__one.sql", "001_one.up.sql", "create table one (id int);");
        both("V1_1__fix.sql", "002_fix.up.sql", "create table two (id int);");
        both("V1.10__fix.sql", "004_fix.up.sql", "create table four (id int);");
        both("V1.2__three.sql", "003_three.up.sql", "create table three (id int);");
        flyway(database).load().migrate();
        var adoption = ours.migrator(database).adoption(FLYWAY);
        assertThat(adoption.matches().stream().map(match -> match.theirs() + " -> " + match.ours()))
                .containsExactly(
                        "V1__one.sql -> 001_one.up.sql",
                        "V1_1__fix.sql -> 002_fix.up.sql",
                        "V1.2__three.sql -> 003_three.up.sql",
                        "V1.10__fix.sql -> 004_fix.up.sql");
        ours.migrator(database).adopt(FLYWAY);
        assertThat(ours.migrator(database).up()).didNothing();
    }

    @Test
    void converted_files_fit_the_history_that_flyway_wrote(TestDatabase database) {
        theirs.with("V1__One.sql", "create table one (id int);")
                .with("V1.5__Re-fill one.sql", "insert into one values (1);")
                .with("V2__two.sql", "create table two (id int);")
                .with("R__all.sql", "create or replace view everything as select id from one;");
        flyway(database).load().migrate();
        Conversion.of(ForeignTool.FLYWAY, theirs.directory()).write(ours.directory());
        assertThat(ours.migrator(database).adopt(FLYWAY).results()).hasSize(4);
        assertThat(ours.migrator(database).up()).didNothing();
    }

    @Test
    void what_is_below_a_baseline_of_flyway_is_a_baseline_here(TestDatabase database) {
        both("V1__one.sql", "001_one.up.sql", "create table one (id int);");
        both("V2__two.sql", "002_two.up.sql", "create table two (id int);");
        both("V3__three.sql", "003_three.up.sql", "create table three (id int);");
        database.execute("create table one (id int)", "create table two (id int)");
        flyway(database).baselineOnMigrate(true).baselineVersion("2").load().migrate();
        ours.migrator(database).adopt(FLYWAY);
        assertThat(database.query("select version || ' ' || state from schema_migrations order by version"))
                .containsExactly("1 baseline", "2 baseline", "3 applied");
    }

    @Test
    void a_failed_run_and_a_lost_file_are_refused_together(TestDatabase database) {
        both("V1__one.sql", "001_one.up.sql", "create table one (id int);");
        theirs.with("V2__lost.sql", "create table lost (id int);");
        both("V3__bad.sql", "003_bad.up.sql", "create table bad (id int);");
        flyway(database).load().migrate();
        // as Flyway notes a script that was not one transaction
        database.execute("update flyway_schema_history set success = false where version = '3'");
        assertThatThrownBy(() -> ours.migrator(database).adopt(FLYWAY))
                .hasMessage("Flyway has applied V2__lost.sql, and no file here is it."
                        + "\nHint: add it as 002_lost.up.sql (`convert --from flyway` brings a whole directory).\n\n"
                        + "V3__bad.sql has not ended well under Flyway, or still runs, so nobody knows what of it is there."
                        + "\nHint: undo what it left, run `flyway repair`, then run `adopt` again.");
        assertThat(database.hasTable("schema_migrations")).isFalse();
    }

    @Test
    void nothing_is_written_while_flyway_is_at_work(TestDatabase database) {
        both("V1__one.sql", "001_one.up.sql", "create table one (id int);");
        flyway(database).load().migrate();
        both("V2__slow.sql", "002_slow.up.sql", "select count(*) from gate;");
        database.execute("create table gate (id int)");
        var impatient = Migrator.of(ours.folder(), database.source())
                .lockPatience(Duration.ofMillis(300))
                .build();
        try (var gate = OpenTransaction.in(database, "lock table gate");
                var atWork = Background.run(() -> flyway(database).load().migrate())) {
            Background.awaitUntil(
                    () -> !database.query("select 1 from pg_locks where relation = 'gate'::regclass and not granted")
                            .isEmpty());
            assertThatThrownBy(() -> impatient.adopt(FLYWAY))
                    .isInstanceOf(LockNotAcquiredException.class)
                    .hasMessageStartingWith("Flyway is at work on public.flyway_schema_history");
            gate.close();
        }
        assertThat(ours.migrator(database).adopt(FLYWAY).results()).hasSize(2);
    }
}
