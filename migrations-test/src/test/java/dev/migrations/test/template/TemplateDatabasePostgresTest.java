package dev.migrations.test.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.migration.MigrationFolder;
import dev.migrations.test.server.DatabaseUrl;
import dev.migrations.test.server.TestServer;
import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class TemplateDatabasePostgresTest {

    private static final String COMMENT =
            "select shobj_description(oid, 'pg_database') from pg_database where datname = ?";

    private final TestServer server = TestServer.find();
    private final JdbcClient admin = JdbcClient.create(server.url().dataSource());

    /** Nobody else's content, so that no other test's template is meant. */
    private final String table = "t_" + UUID.randomUUID().toString().replace('-', '_');

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void copies_are_alike_and_gone_when_they_are_closed() {
        var template = TemplateDatabase.of(folder("create table " + table + " (id int);"), server);
        var first = template.clone();
        try (var second = template.clone()) {
            client(first).sql("insert into " + table + " values (1)").update();
            assertThat(count(second)).isZero();
            assertThat(admin.sql(COMMENT)
                            .param(first.name())
                            .query(String.class)
                            .single())
                    .startsWith("Test database of migrations: ");
        }
        first.close();
        Background.awaitUntil(() -> !exists(first.name()));
    }

    @Test
    void one_content_has_one_template_and_the_next_content_takes_its_place() {
        var files = MigrationFiles.in(directory).with("001_t.sql", "create table " + table + " (id int);");
        var before = TemplateDatabase.of(files.folder(), server);
        before.prepare();
        assertThat(TemplateDatabase.of(files.folder(), server)).isSameAs(before);
        files.with("002_u.sql", "alter table " + table + " add n int;");
        var after = TemplateDatabase.of(files.folder(), server);
        after.prepare();
        assertThat(after.name()).isNotEqualTo(before.name());
        // this JVM still claims the one before
        assertThat(exists(before.name())).isTrue();
        assertThat(settings(before.name())).isEqualTo("f");
    }

    @Test
    void a_template_that_nobody_claims_any_more_is_replaced_by_its_successor() {
        var files = MigrationFiles.in(directory).with("001_t.sql", "create table " + table + " (id int);");
        var key = TemplateContents.of(files.folder()).key("x");
        var old = Mark.TEMPLATES + table.substring(0, 20);
        create(old, Mark.of(Mark.TEMPLATE, key));
        var notOurs = Mark.TEMPLATES + "x" + table.substring(0, 20);
        create(notOurs, "mine");
        TemplateDatabase.of(files.folder(), server).prepare();
        Background.awaitUntil(() -> !exists(old));
        assertThat(exists(notOurs)).isTrue();
        admin.sql("drop database " + notOurs).update();
    }

    @Test
    void one_that_a_kill_has_left_half_built_is_built_anew() {
        var folder = folder("create table " + table + " (id int);");
        var facts = admin.sql(
                        "select concat_ws(' ', current_setting('server_version_num'), current_user, current_database())")
                .query(String.class)
                .single();
        var key = TemplateContents.of(folder).key(facts);
        create(key.name(), Mark.of(Mark.BUILDING, key));
        try (var copy = TemplateDatabase.of(folder, server).clone()) {
            assertThat(count(copy)).isZero();
        }
    }

    @Test
    void copies_of_a_run_that_was_killed_are_dropped_and_no_others() {
        var key = new TemplateKey("t", "o", "left");
        var left = Mark.COPIES + "00000000_1";
        create(left, Mark.of(Mark.COPY, key));
        var notOurs = Mark.COPIES + "00000000_2";
        create(notOurs, "mine");
        try (var alive = TemplateDatabase.of(folder("create table " + table + " (id int);"), server)
                .clone()) {
            new Housekeeping(server.source(), 100).removeLeftCopies();
            assertThat(exists(left)).isFalse();
            assertThat(exists(notOurs)).isTrue();
            assertThat(exists(alive.name())).isTrue();
        } finally {
            admin.sql("drop database " + notOurs).update();
        }
    }

    @Test
    void two_who_build_at_once_build_once() {
        var key = TemplateContents.of(folder("select pg_sleep(0.2); create table " + table + " (id int);"))
                .key("race " + table);
        var contents = TemplateContents.of(folder("select pg_sleep(0.2); create table " + table + " (id int);"));
        var oids = IntStream.range(0, 4)
                .parallel()
                .mapToObj(number -> {
                    try (var claim = new TemplateBuild(server, contents, key).claim()) {
                        return admin.sql("select oid from pg_database where datname = ?")
                                .param(key.name())
                                .query(Long.class)
                                .single();
                    }
                })
                .distinct()
                .toList();
        assertThat(oids).hasSize(1);
        new Housekeeping(server.source(), 0).removeOldTemplates(new TemplateKey("another", key.origin(), ""));
        assertThat(exists(key.name())).isFalse();
    }

    @Test
    void a_session_that_is_left_on_a_template_does_not_keep_it_from_being_copied() throws SQLException {
        var template = TemplateDatabase.of(folder("create table " + table + " (id int);"), server);
        template.prepare();
        admin.sql("alter database " + template.name() + " allow_connections true")
                .update();
        try (var left = server.database(template.name()).dataSource().getConnection()) {
            admin.sql("alter database " + template.name() + " allow_connections false")
                    .update();
            template.clone().close();
            assertThat(left.isValid(1)).isFalse();
        }
    }

    @Test
    void settings_of_a_database_come_along() {
        var folder = folder(
                "create table " + table + " (id int);\n"
                        + "do $$ begin execute format('alter database %I set search_path = app, public', current_database()); end $$;");
        try (var copy = TemplateDatabase.of(folder, server).clone()) {
            assertThat(client(copy).sql("show search_path").query(String.class).single())
                    .isEqualTo("app, public");
        }
    }

    @Test
    void a_backfill_is_done_on_the_template() {
        MigrationFiles.in(directory)
                .with(
                        "001_t.sql",
                        "create table " + table + " (id int primary key, n int);\n" + "insert into " + table
                                + " select n from generate_series(1, 10) n;")
                .with(
                        "002_fill.sql",
                        "-- migrations: backfill table=" + table + " key=id\n" + "update " + table
                                + " set n = id where id between :from and :to;")
                .with(
                        "003_tighten.sql",
                        "-- migrations: requires-backfill=2\nalter table " + table + " alter n set not null;");
        try (var copy = TemplateDatabase.of(MigrationFiles.in(directory).folder(), server)
                .clone()) {
            assertThat(client(copy)
                            .sql("select sum(n) from " + table)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(55);
        }
    }

    @Test
    void a_longPathname_of_a_folder_is_cut() {
        var longPath = directory.resolve("a".repeat(100));
        var folder = MigrationFiles.in(longPath)
                .with("001_t.sql", "create table " + table + " (id int);")
                .folder();
        try (var copy = TemplateDatabase.of(folder, server).clone()) {
            assertThat(count(copy)).isZero();
        }
    }

    @Test
    void a_role_that_may_not_make_databases_is_told_what_to_grant() {
        admin.sql("create role \"" + table + "\" login password 'x'").update();
        try {
            var limited = TestServer.at(new DatabaseUrl(server.url().url(), table, "x"));
            assertThatThrownBy(() -> TemplateDatabase.of(folder("select 1;"), limited))
                    .isInstanceOf(TestDatabaseException.class)
                    .hasMessageContaining("the role " + table + " may not make databases")
                    .hasMessageContaining("`alter role " + table + " createdb;`");
        } finally {
            admin.sql("drop role \"" + table + "\"").update();
        }
    }

    @Test
    void a_script_of_rows_that_fails_shows_its_line() {
        var seed =
                new SeedScript("classpath:seeds/bad.sql", "insert into " + table + " values (1);\nselect é, nobody;\n");
        var contents = TemplateContents.of(folder("create table " + table + " (id int);"))
                .withScripts(List.of(seed));
        assertThatThrownBy(() -> TemplateDatabase.of(contents, server).clone())
                .isInstanceOf(TestDatabaseException.class)
                .hasMessageStartingWith("classpath:seeds/bad.sql:2:8: column \"é\" does not exist")
                .hasMessageContaining(" 2 | select é, nobody;");
        assertThatThrownBy(() ->
                        SeedScript.read("classpath:seeds/none.sql", getClass().getClassLoader()))
                .hasMessageContaining("there is no script classpath:seeds/none.sql");
    }

    @Test
    void only_the_newest_databases_of_failed_tests_are_kept() {
        var template = TemplateDatabase.of(folder("create table " + table + " (id int);"), server);
        var copies = IntStream.range(0, 3).mapToObj(number -> template.clone()).toList();
        copies.forEach(copy -> copy.keep("a test"));
        copies.forEach(DatabaseClone::close);
        copies.forEach(copy -> assertThat(exists(copy.name())).isTrue());
        new Housekeeping(server.source(), 1).removeOldKept();
        assertThat(copies.stream().filter(copy -> exists(copy.name()))).containsExactly(copies.get(2));
        new Housekeeping(server.source(), 0).removeOldKept();
        assertThat(exists(copies.get(2).name())).isFalse();
    }

    private MigrationFolder folder(String sql) {
        return MigrationFiles.in(directory).with("001_t.sql", sql).folder();
    }

    private void create(String name, String comment) {
        admin.sql("create database " + name).update();
        admin.sql("comment on database " + name + " is '" + comment + "'").update();
    }

    private boolean exists(String name) {
        return !admin.sql("select 1 from pg_database where datname = ?")
                .param(name)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    private String settings(String name) {
        return admin.sql("select datallowconn::text::char from pg_database where datname = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private int count(DatabaseClone copy) {
        return client(copy)
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private static JdbcClient client(DatabaseClone copy) {
        return JdbcClient.create(copy.dataSource());
    }
}
