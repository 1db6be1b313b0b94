package dev.migrations.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.database.ConnectionSource;
import dev.migrations.problem.MigrationException;
import dev.migrations.testing.Background;
import dev.migrations.testing.ChildJvm;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class ScratchDatabasePostgresTest {

    private static final String PLACE = "select concat_ws(' ', encoding, datcollate, datctype) from pg_database"
            + " where datname = current_database()";

    private static final String SETTINGS = "select unnest(setconfig) from pg_db_role_setting s"
            + " join pg_database d on d.oid = s.setdatabase where d.datname = current_database() order by 1";

    @Test
    void it_is_alike_and_gone_afterwards(TestDatabase target) throws SQLException {
        target.execute("alter database " + target.name() + " set search_path = app, \"Odd one\", public");
        String name;
        try (var scratch = ScratchDatabase.beside(target.source(), "trace", AfterUse.REMOVE)) {
            name = scratch.name();
            assertThat(name).matches("migrations_scratch_trace_" + target.name() + "_[0-9a-f]{8}");
            assertThat(ask(scratch.source(), "select current_database()")).containsExactly(name);
            assertThat(ask(scratch.source(), PLACE)).isEqualTo(target.query(PLACE));
            assertThat(ask(scratch.source(), "show search_path")).containsExactly("app, \"Odd one\", public");
            assertThat(ask(scratch.source(), SETTINGS)).isEqualTo(target.query(SETTINGS));
            assertThat(comment(target, name).get(0))
                    .startsWith("Scratch database of migrations: trace of " + target.name() + ", ");
        }
        assertThat(comment(target, name)).isEmpty();
    }

    @Test
    void another_encoding_and_collation_come_from_template0() throws SQLException {
        var server = PostgresServer.get();
        try (var target = server.createDatabase()) {
            var other = target.name() + "_latin";
            target.execute(
                    "create database " + other + " template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'");
            var source = ConnectionSource.of(server.url(other), null, null);
            try (var scratch = ScratchDatabase.beside(source, "trace", AfterUse.REMOVE)) {
                assertThat(ask(scratch.source(), PLACE)).containsExactly("8 C C");
            } finally {
                target.execute("drop database " + other);
            }
        }
    }

    @Test
    void sessions_that_are_left_on_it_do_not_keep_it(TestDatabase target) throws SQLException {
        var scratch = ScratchDatabase.beside(target.source(), "trace", AfterUse.REMOVE);
        try (var left = scratch.source().connect()) {
            scratch.close();
            assertThat(left.isValid(1)).isFalse();
        }
        assertThat(comment(target, scratch.name())).isEmpty();
    }

    @Test
    void one_that_a_kill_has_left_is_removed_by_the_next_run_and_no_other(
            TestDatabase target, @TempDir Path directory) {
        target.execute("create table t (id int)");
        var files = MigrationFiles.in(directory).with("001_wait.sql", "select pg_sleep(1000);");
        var similar = List.of(ScratchName.PREFIX + "unmarked_" + target.name(), "theirs_" + target.name());
        similar.forEach(name -> target.execute("create database " + name));
        target.execute("comment on database " + similar.get(1) + " is '" + ScratchMark.MADE + "'");
        try (var alive = ScratchDatabase.beside(target.source(), "trace", AfterUse.REMOVE);
                var kept = ScratchDatabase.beside(target.source(), "trace", AfterUse.KEEP);
                var child = ChildJvm.trace(target.url(), files)) {
            kept.close();
            Background.awaitUntil(() -> scratchesOf(target).size() == 3 && isAsleep(target));
            child.kill();
            var left = new ArrayList<>(scratchesOf(target));
            left.removeAll(List.of(alive.name(), kept.name()));
            Background.awaitUntil(() -> {
                // the server may take a moment to notice that the lock's client is gone
                ScratchDatabase.beside(target.source(), "trace", AfterUse.REMOVE)
                        .close();
                return !scratchesOf(target).containsAll(left);
            });
            assertThat(left).hasSize(1);
            assertThat(scratchesOf(target)).containsExactlyInAnyOrder(alive.name(), kept.name());
            similar.forEach(name ->
                    assertThat(target.query("select datname from pg_database")).contains(name));
            target.execute("drop database " + kept.name());
        } finally {
            similar.forEach(name -> target.execute("drop database " + name));
        }
    }

    @Test
    void a_role_that_may_not_make_databases_is_told_what_to_grant(TestDatabase target) {
        var role = "app_" + target.name();
        target.execute("create role " + role + " login");
        try {
            var source = ConnectionSource.of(target.url().replaceFirst("user=[^&]*", "user=" + role), null, null);
            assertThatThrownBy(() -> ScratchDatabase.beside(source, "trace", AfterUse.REMOVE))
                    .isInstanceOfSatisfying(ScratchException.class, failure -> {
                        Snapshot.assertMatches(
                                "scratch/no_createdb.txt", failure.getMessage().replace(role, "app"));
                        assertThat(failure.exitCode().value()).isEqualTo(6);
                    });
        } finally {
            target.execute("drop role " + role);
        }
    }

    @Test
    void a_copy_has_what_its_template_has(TestDatabase target) throws SQLException {
        try (var template = PostgresServer.get().createDatabase()) {
            template.execute("create table users (id int)", "insert into users values (7)");
            try (var copy = ScratchDatabase.copyOf(template.name(), target.source(), "verify", AfterUse.REMOVE)) {
                assertThat(ask(copy.source(), "select id from users")).containsExactly("7");
            }
        }
    }

    @Test
    void a_named_one_is_emptied_after_use_and_before_the_next(TestDatabase target) throws SQLException {
        try (var named = PostgresServer.get().createDatabase()) {
            named.execute("create extension citext");
            use(named, target, AfterUse.REMOVE);
            assertThat(named.query("select relname from pg_class where oid >= 16384 and relkind = 'r'"))
                    .isEmpty();
            use(named, target, AfterUse.KEEP);
            assertThat(named.hasTable("orders")).isTrue();
            use(named, target, AfterUse.REMOVE);
            assertThat(named.query("select extname from pg_extension order by extname"))
                    .containsExactly("citext", "plpgsql");
        }
    }

    private static void use(TestDatabase named, TestDatabase target, AfterUse afterUse) {
        try (var scratch = ScratchDatabase.named(named.source(), target.source(), "trace", afterUse)) {
            assertThat(scratch.name()).isEqualTo(named.name());
            named.execute(
                    "create extension hstore",
                    "create schema app",
                    "create table app.t (id serial primary key)",
                    "create type mood as enum ('well')",
                    "create domain positive as int check (value > 0)",
                    "create table orders (id bigint generated always as identity primary key, mood mood, n positive)",
                    "create view v as select * from orders",
                    "create materialized view m as select * from v",
                    "create sequence s",
                    "create type pair as (a int, b int)",
                    "create function f(int) returns pair language sql as 'select $1, $1'",
                    "create aggregate total (int) (sfunc = int4pl, stype = int)");
        }
    }

    @Test
    void a_named_one_that_is_not_ours_is_refused(TestDatabase target) {
        try (var named = PostgresServer.get().createDatabase()) {
            named.execute("create table theirs (id int)", "create schema accounts");
            assertRefused("scratch/not_empty.txt", named, target);
            named.execute("drop table theirs", "drop schema accounts");
            try (var first = ScratchDatabase.named(named.source(), target.source(), "trace", AfterUse.REMOVE)) {
                assertThat(first.name()).isEqualTo(named.name());
                assertRefused("scratch/in_use.txt", named, target);
            }
        }
        assertRefused("scratch/is_target.txt", target, target);
    }

    private static void assertRefused(String snapshot, TestDatabase named, TestDatabase target) {
        assertThatThrownBy(() -> ScratchDatabase.named(named.source(), target.source(), "trace", AfterUse.REMOVE))
                .isInstanceOf(ScratchException.class)
                .satisfies(failure -> Snapshot.assertMatches(
                        snapshot, ((MigrationException) failure).getMessage().replace(named.name(), "shop_scratch")));
    }

    @Test
    void its_use_holds_no_snapshot(TestDatabase target) {
        try (var scratch = ScratchDatabase.beside(target.source(), "trace", AfterUse.REMOVE)) {
            assertThat(scratch.name()).isNotEmpty();
            assertThat(target.query("select backend_xmin from pg_stat_activity where datname = current_database()"
                            + " and application_name like 'migrations uses %'"))
                    .containsExactly("null");
        }
    }

    private static boolean isAsleep(TestDatabase target) {
        return !target.query("select pid from pg_stat_activity where wait_event = 'PgSleep' and datname like '%"
                        + target.name() + "%'")
                .isEmpty();
    }

    private static List<String> scratchesOf(TestDatabase target) {
        return target.query("select datname from pg_database where datname like 'migrations_scratch_trace_"
                + target.name() + "_%' order by datname");
    }

    private static List<String> comment(TestDatabase target, String name) {
        return target.query(
                "select shobj_description(oid, 'pg_database') from pg_database where datname = '" + name + "'");
    }

    private static List<String> ask(ConnectionSource source, String sql) throws SQLException {
        try (var connection = source.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
