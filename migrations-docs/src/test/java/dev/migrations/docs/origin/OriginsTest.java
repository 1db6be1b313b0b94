package dev.migrations.docs.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationTree;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.testing.MigrationFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsTest {

    private static final ObjectName USERS = table("public", "users");

    @TempDir
    Path directory;

    private MigrationFiles files;

    @BeforeEach
    void setUp() {
        files = MigrationFiles.in(directory.resolve("migrations"))
                .with("001_a.sql", "create table users (id int primary key, name text);");
    }

    @Test
    void a_table_and_its_columns_come_from_the_script_that_made_them() {
        assertThat(origin(USERS)).isEqualTo("001_a.sql");
        assertThat(origin(USERS.part(ObjectKind.COLUMN, "name"))).isEqualTo("001_a.sql");
    }

    @Test
    void the_last_script_that_changed_them_is_told() {
        files.with("002_b.sql", "alter table users add email text, alter name set not null;")
                .with("003_c.sql", "create index on users (email);");
        assertThat(origin(USERS)).isEqualTo("001_a.sql, last changed by 003_c.sql");
        assertThat(origin(USERS.part(ObjectKind.COLUMN, "name"))).isEqualTo("001_a.sql, last changed by 002_b.sql");
        assertThat(origin(USERS.part(ObjectKind.COLUMN, "email"))).isEqualTo("002_b.sql");
        assertThat(origin(USERS.part(ObjectKind.COLUMN, "id"))).isEqualTo("001_a.sql");
    }

    @Test
    void a_name_is_followed_through_renames_and_schemas() {
        files.with(
                        "002_b.sql",
                        "create schema app; alter table users rename to people; alter table people set schema app;")
                .with("003_c.sql", "alter table app.people rename name to full_name;")
                .with("004_d.sql", "alter schema app rename to hr;");
        var people = table("hr", "people");
        assertThat(origin(people)).isEqualTo("001_a.sql, last changed by 003_c.sql");
        assertThat(origin(people.part(ObjectKind.COLUMN, "full_name")))
                .isEqualTo("001_a.sql, last changed by 003_c.sql");
    }

    @Test
    void a_search_path_says_where_a_name_is_until_the_script_ends() {
        files.with("002_b.sql", "create schema app; set search_path = app, public; create table users (id int);")
                .with("003_c.sql", "alter table users add email text;");
        assertThat(origin(table("app", "users"))).isEqualTo("002_b.sql");
        assertThat(origin(USERS)).isEqualTo("001_a.sql, last changed by 003_c.sql");
    }

    @Test
    void what_was_dropped_and_made_again_is_new() {
        files.with("002_b.sql", "drop table users;").with("003_c.sql", "create table users (id int);");
        assertThat(origin(USERS)).isEqualTo("003_c.sql");
    }

    @Test
    void statements_in_a_do_count_and_those_put_together_are_told() {
        files.with("002_b.sql", """
                do $$ begin
                    if true then alter table users add email text; end if;
                    execute format('alter table %I add phone text', 'users');
                end $$;
                """);
        assertThat(origin(USERS.part(ObjectKind.COLUMN, "email"))).isEqualTo("002_b.sql");
        assertThat(origins(USERS).unread()).containsExactly("002_b.sql:3");
    }

    @Test
    void views_types_and_routines_have_one_as_well() {
        files.with("002_b.sql", "create type mood as enum ('ok'); create view v as select 1;")
                .with("003_c.sql", "alter type mood add value 'sad'; create or replace view v as select 2;")
                .with(
                        "004_d.sql",
                        "create function f(int) returns int return 1; create function g() returns int return 1;")
                .with("005_e.sql", "create function f(text) returns int return 1;");
        assertThat(origin(ObjectName.in("public", ObjectKind.TYPE, "mood")))
                .isEqualTo("002_b.sql, last changed by 003_c.sql");
        assertThat(origin(ObjectName.in("public", ObjectKind.VIEW, "v")))
                .isEqualTo("002_b.sql, last changed by 003_c.sql");
        assertThat(origin(ObjectName.in("public", ObjectKind.FUNCTION, "g()"))).isEqualTo("004_d.sql");
        var overloaded = ObjectName.in("public", ObjectKind.FUNCTION, "f(integer)");
        assertThat(origins(overloaded, ObjectName.in("public", ObjectKind.FUNCTION, "f(text)"))
                        .find(overloaded))
                .isEmpty();
    }

    @Test
    void what_no_script_names_is_unknown() {
        assertThat(origins(table("public", "others")).find(table("public", "others")))
                .isEmpty();
        files.with("002_b.sql", "alter table others add x int;");
        assertThat(origin(table("public", "others"))).isEqualTo("last changed by 002_b.sql");
    }

    private String origin(ObjectName name) {
        var whole = name.kind() == ObjectKind.COLUMN ? table(name.schema(), name.relation()) : name;
        return origins(whole, name).find(name).map(Origin::sentence).orElse("unknown");
    }

    /** Of a snapshot with these objects; a column is one of the object before it. */
    private Origins origins(ObjectName... names) {
        var wholes = Arrays.stream(names)
                .filter(name -> name.kind() != ObjectKind.COLUMN)
                .distinct();
        var columns = Arrays.stream(names)
                .filter(name -> name.kind() == ObjectKind.COLUMN)
                .map(name -> new SchemaObject(name, Map.of(), List.of()))
                .toList();
        var snapshot = new SchemaSnapshot(
                180_000,
                wholes.map(name -> new SchemaObject(name, Map.of(), columns)).toList());
        var set = MigrationTree.read(
                        "file:" + directory.resolve("migrations"), getClass().getClassLoader())
                .folders()
                .get(0)
                .read();
        return Origins.of(snapshot, set.migrations().stream().map(Migration::up).toList());
    }

    private static ObjectName table(String schema, String name) {
        return ObjectName.in(schema, ObjectKind.TABLE, name);
    }
}
