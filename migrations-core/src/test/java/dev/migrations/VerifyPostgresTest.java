package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.schema.DiffText;
import dev.migrations.scratch.AfterUse;
import dev.migrations.script.ScriptSource;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.TestDatabase;
import dev.migrations.verify.MissingDown;
import dev.migrations.verify.ScriptCheck;
import dev.migrations.verify.Verdict;
import dev.migrations.verify.VerifyReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class VerifyPostgresTest {

    private final MigrationFiles files;

    VerifyPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @Test
    void a_way_down_that_undoes_everything_is_exact_and_leaves_nothing(TestDatabase database) {
        users().with("002_name.up.sql", "alter table users add column name text; create index on users (name)")
                .with("002_name.down.sql", "alter table users drop column name");
        var report = verify(database);
        assertThat(verdicts(report)).containsExactly("1 EXACT", "2 EXACT");
        assertThat(report.flaws(MissingDown.REPORTED)).isEmpty();
        assertThat(database.query("select relname from pg_class where oid >= 16384"))
                .isEmpty();
        assertThat(scratches(database)).isEmpty();
    }

    @Test
    void what_the_way_down_forgets_is_residue_and_does_not_hurt_the_next_version(TestDatabase database) {
        users().with("002_mood.up.sql", "create type mood as enum ('ok'); alter table users add column mood mood")
                .with("002_mood.down.sql", "alter table users drop column mood")
                .with("003_name.up.sql", "alter table users add column name text")
                .with("003_name.down.sql", "alter table users drop column name");
        var report = verify(database);
        assertThat(verdicts(report)).containsExactly("1 EXACT", "2 UP_AGAIN_FAILED", "3 EXACT");
        var mood = report.versions().get(1);
        assertThat(mood.problems().get(0).render())
                .contains("002_mood.up.sql:1:1")
                .contains("already exists");
    }

    @Test
    void an_index_that_stays_is_residue(TestDatabase database) {
        users().with("002_index.up.sql", "create index if not exists users_id_idx on users (id)")
                .with("002_index.down.sql", "select 1");
        var report = verify(database);
        assertThat(verdicts(report)).containsExactly("1 EXACT", "2 RESIDUE");
        assertThat(DiffText.render(report.versions().get(1).left()))
                .containsExactly("+ index public.users.users_id_idx");
    }

    @Test
    void a_column_that_comes_back_in_another_place_is_residue(TestDatabase database) {
        files.with("001_users.up.sql", "create table users (id int, name text, mail text)")
                .with("001_users.down.sql", "drop table users")
                .with("002_no_name.up.sql", "alter table users drop column name")
                .with("002_no_name.down.sql", "alter table users add column name text");
        var left = verify(database).versions().get(1).left();
        assertThat(DiffText.render(left))
                .containsExactly("~ table public.users", "    column order: id, name, mail -> id, mail, name");
    }

    @Test
    void a_second_way_up_that_comes_to_another_end_is_residue(TestDatabase database) {
        users().with("002_twice.up.sql", """
                        create table if not exists runs (n int);
                        insert into runs values (1);
                        do $$ begin
                            if (select count(*) from runs) > 1 then create table other (id int); end if;
                        end $$;
                        """).with("002_twice.down.sql", "select 1");
        var check = verify(database).versions().get(1);
        assertThat(check.verdict()).isEqualTo(Verdict.RESIDUE);
        assertThat(DiffText.render(check.again())).containsExactly("+ table public.other");
    }

    @Test
    void a_way_down_that_fails_is_shown_where_it_does_and_the_next_version_is_tried(TestDatabase database) {
        users().with("002_view.up.sql", "create view ids as select id from users")
                .with("002_view.down.sql", "-- a\ndrop table ids")
                .with("003_name.up.sql", "alter table users add column name text")
                .with("003_name.down.sql", "alter table users drop column name");
        var report = verify(database);
        assertThat(verdicts(report)).containsExactly("1 EXACT", "2 DOWN_FAILED", "3 EXACT");
        assertThat(report.versions().get(1).problems().get(0).render()).contains("002_view.down.sql:2:1");
    }

    @Test
    void a_way_up_that_fails_ends_it(TestDatabase database) {
        users().with("002_bad.up.sql", "create table orders (id int, id int)")
                .with("002_bad.down.sql", "drop table orders")
                .with("003_name.sql", "alter table users add column name text");
        var report = verify(database);
        assertThat(verdicts(report)).containsExactly("1 EXACT", "2 UP_FAILED");
        assertThat(report.versions().get(1).problems().get(0).render()).contains("002_bad.up.sql:1:");
    }

    @Test
    void a_version_without_a_way_down_may_be_allowed(TestDatabase database) {
        users().with("002_name.sql", "alter table users add column name text")
                .with("003_empty.up.sql", "alter table users add column mail text")
                .with("003_empty.down.sql", "-- nothing");
        var report = verify(database);
        assertThat(verdicts(report)).containsExactly("1 EXACT", "2 NO_DOWN", "3 NO_DOWN");
        assertThat(report.flaws(MissingDown.REPORTED)).hasSize(2);
        assertThat(report.flaws(MissingDown.ALLOWED)).isEmpty();
    }

    @Test
    void what_stands_outside_transactions_is_tried_like_the_rest(TestDatabase database) {
        users().with("002_index.up.sql", "create index concurrently users_id_idx on users (id)")
                .with("002_index.down.sql", "drop index concurrently users_id_idx")
                .with("003_enum.up.sql", "create type mood as enum ('ok');\nalter type mood add value 'great'")
                .with("003_enum.down.sql", "drop type mood")
                .with("004_half.up.sql", "create table a (id int);\ncreate index concurrently a_idx on a (id)")
                .with("004_half.down.sql", "drop index concurrently a_idx;\ndrop table b")
                .with("005_name.up.sql", "alter table users add column name text")
                .with("005_name.down.sql", "alter table users drop column name");
        assertThat(verdicts(verify(database)))
                .containsExactly("1 EXACT", "2 EXACT", "3 EXACT", "4 DOWN_FAILED", "5 EXACT");
    }

    @Test
    void backfills_run_and_need_no_way_down(TestDatabase database) {
        files.with("001_users.up.sql", "create table users (id int primary key, name text)")
                .with("001_users.down.sql", "drop table users")
                .with(
                        "002_names.up.sql",
                        "-- migrations: backfill table=users key=id\nupdate users set name = 'x' where id between :from and :to")
                .with(
                        "003_not_null.up.sql",
                        "-- migrations: requires-backfill=002\nalter table users alter column name set not null")
                .with("003_not_null.down.sql", "alter table users alter column name drop not null");
        var seed = new VerifyRequest.Seed(
                MigrationVersion.parse("2"),
                ScriptSource.ofText("rows.sql", "insert into users select n from generate_series(1, 100) n"));
        var report = files.migrator(database).verify(VerifyRequest.DEFAULT.seeded(List.of(seed)));
        assertThat(verdicts(report)).containsExactly("1 EXACT", "2 EXACT", "3 EXACT");
    }

    @Test
    void rows_of_a_seed_are_met_by_the_scripts(TestDatabase database) {
        users().with("002_name.up.sql", "alter table users add column name text")
                .with("002_name.down.sql", "alter table users drop column name")
                .with("003_one_each.up.sql", "alter table users add unique (id)")
                .with("003_one_each.down.sql", "alter table users drop constraint users_id_key");
        assertThat(verdicts(verify(database))).containsExactly("1 EXACT", "2 EXACT", "3 EXACT");
        var seed = new VerifyRequest.Seed(
                MigrationVersion.parse("2"), ScriptSource.ofText("rows.sql", "insert into users values (1), (1)"));
        var report = files.migrator(database).verify(VerifyRequest.DEFAULT.seeded(List.of(seed)));
        assertThat(verdicts(report)).containsExactly("1 EXACT", "2 EXACT", "3 UP_FAILED");
        assertThat(report.versions().get(2).problems().get(0).message()).contains("users_id_key");
    }

    @Test
    void a_seed_that_changes_the_schema_is_told(TestDatabase database) {
        users();
        var seed = new VerifyRequest.Seed(null, ScriptSource.ofText("rows.sql", "create table t (id int)"));
        var report = files.migrator(database).verify(VerifyRequest.DEFAULT.seeded(List.of(seed)));
        assertThat(report.versions().get(0).problems().get(0).render())
                .contains("rows.sql changes the schema: + table public.t");
    }

    @Test
    void repeatables_must_change_nothing_the_second_time(TestDatabase database) {
        users().with("R_a_view.sql", "create or replace view ids as select id from users")
                .with("R_b_fresh.sql", "create table fresh (id int)")
                .with("R_c_drops.sql", "drop view if exists v; create view v as select id from ids");
        var report = verify(database);
        assertThat(report.repeatables())
                .extracting(check -> check.script() + " " + check.verdict())
                .containsExactly("R_a_view.sql EXACT", "R_b_fresh.sql UP_AGAIN_FAILED", "R_c_drops.sql EXACT");
    }

    @Test
    void only_the_versions_that_are_asked_for_are_tried(TestDatabase database) {
        users().with("002_name.sql", "alter table users add column name text")
                .with("003_mail.up.sql", "alter table users add column mail text")
                .with("003_mail.down.sql", "alter table users drop column mail")
                .with("004_broken.sql", "select broken");
        var seen = new ArrayList<ScriptCheck>();
        var request = VerifyRequest.DEFAULT
                .between(MigrationVersion.parse("3"), MigrationVersion.parse("003"))
                .watchedBy(seen::add);
        var report = files.migrator(database).verify(request);
        assertThat(verdicts(report)).containsExactly("3 EXACT");
        assertThat(seen).isEqualTo(report.versions());
        assertThatThrownBy(() -> files.migrator(database)
                        .verify(VerifyRequest.DEFAULT.between(MigrationVersion.parse("7"), null)))
                .isInstanceOfSatisfying(NotVerifiedException.class, e -> assertThat(e.exitCode())
                        .isEqualTo(ExitCode.USAGE));
    }

    @Test
    void without_the_right_to_make_a_database_nothing_is_judged(TestDatabase database) {
        users();
        database.execute("create role verify_plain login");
        try {
            var plain = database.url().replaceAll("user=[^&]*", "user=verify_plain");
            assertThatThrownBy(() -> files.migrator(ConnectionSource.of(plain, null, null))
                            .verify(VerifyRequest.DEFAULT))
                    .isInstanceOfSatisfying(MigrationException.class, e -> assertThat(e.exitCode())
                            .isEqualTo(ExitCode.UNREACHABLE))
                    .hasMessageContaining("`alter role verify_plain createdb;`");
        } finally {
            database.execute("drop role verify_plain");
        }
    }

    @Test
    void a_scratch_database_that_somebody_names_is_emptied_after_use(TestDatabase database) {
        try (var named = PostgresServer.get().createDatabase()) {
            emptied(database, named);
        }
    }

    private void emptied(TestDatabase database, TestDatabase named) {
        users().with("002_mood.up.sql", "create type mood as enum ('ok')").with("002_mood.down.sql", "select 1");
        var request = VerifyRequest.DEFAULT.scratch(named.source(), AfterUse.REMOVE);
        var report = files.migrator(database).verify(request);
        assertThat(verdicts(report)).containsExactly("1 EXACT", "2 UP_AGAIN_FAILED");
        assertThat(report.scratch()).isEqualTo(named.name());
        assertThat(named.hasTable("users")).isFalse();
    }

    private MigrationFiles users() {
        return files.with("001_users.up.sql", "create table users (id int)")
                .with("001_users.down.sql", "drop table users");
    }

    private VerifyReport verify(TestDatabase database) {
        return files.migrator(database).verify(VerifyRequest.DEFAULT);
    }

    private static List<String> verdicts(VerifyReport report) {
        return report.versions().stream()
                .map(check -> check.version() + " " + check.verdict())
                .toList();
    }

    private static List<String> scratches(TestDatabase database) {
        return database.query("select datname from pg_database where datname like 'migrations_scratch_verify_"
                + database.name() + "%'");
    }
}
