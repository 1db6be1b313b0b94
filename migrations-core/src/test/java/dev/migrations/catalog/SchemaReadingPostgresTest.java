package dev.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.database.ConnectionSource;
import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.testing.CountingProxy;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SchemaReadingPostgresTest {

    @Test
    void an_empty_database_has_the_schema_public(TestDatabase database) {
        assertThat(names(SchemaReading.read(database.source()))).containsExactly("schema public");
    }

    @Test
    void what_is_not_as_by_default_is_said(TestDatabase database) {
        database.execute(
                "create table orders (id bigint generated always as identity (start 10) primary key, note text)",
                "grant select on orders to public",
                "comment on column orders.note is 'of the customer'");
        var orders = find(database, ObjectName.in("public", ObjectKind.TABLE, "orders"));
        assertThat(orders.values(Attribute.GRANTS)).containsExactly("public: select");
        var columns = orders.parts(ObjectKind.COLUMN);
        assertThat(columns.get(0).values(Attribute.IDENTITY)).containsExactly("always");
        assertThat(columns.get(0).values(Attribute.START)).containsExactly("10");
        assertThat(columns.get(1).values(Attribute.COMMENT)).containsExactly("of the customer");
    }

    @Test
    void what_an_extension_has_made_is_left_out(TestDatabase database) {
        database.execute(
                "create extension hstore", "create extension pg_stat_statements", "create extension postgres_fdw");
        assertThat(names(SchemaReading.read(database.source())))
                .containsExactly(
                        "extension hstore", "extension pg_stat_statements", "extension postgres_fdw", "schema public");
    }

    @Test
    void a_session_s_settings_change_nothing(TestDatabase database) {
        database.execute(
                "create table prices (\"Set\" int, at timestamptz default '2026-01-01 00:00:00+00', price money default '1.5',"
                        + " span interval default '1 day 2:00', name text default E'a\\\\b', raw bytea default '\\x00ff',"
                        + " rate float8 default 0.1)",
                "create view dear as select at from prices where at > '2026-01-01 00:00:00+00'");
        var plain = SchemaReading.read(database.source());
        var odd = SchemaReading.read(settings(
                database,
                "set search_path = public",
                "set quote_all_identifiers = on",
                "set datestyle = 'ISO, DMY'",
                "set intervalstyle = 'iso_8601'",
                "set timezone = 'Pacific/Chatham'",
                "set bytea_output = 'escape'",
                "set standard_conforming_strings = off",
                "set extra_float_digits = -15"));
        assertThat(odd).isEqualTo(plain);
    }

    @Test
    void secrets_of_servers_are_masked(TestDatabase database) {
        database.execute(
                "create foreign data wrapper bare",
                "create server remote foreign data wrapper bare options (host 'there', api_key 's3cret')",
                "create user mapping for public server remote options (user 'app', password 's3cret')");
        var read = SchemaReading.read(database.source());
        assertThat(read.toString()).doesNotContain("s3cret");
        assertThat(find(database, ObjectName.of(ObjectKind.USER_MAPPING, "public on remote"))
                        .values(Attribute.FOREIGN_OPTIONS))
                .containsExactly("password=***", "user=app");
    }

    @Test
    void a_role_without_rights_reads_the_same(TestDatabase database) {
        database.execute(
                "create schema hidden",
                "create table hidden.orders (id bigint generated always as identity primary key, note text default 'x')",
                "create index on hidden.orders (lower(note))",
                "create view hidden.notes as select note from hidden.orders",
                "create function hidden.one() returns int language sql as 'select 1'",
                "create sequence hidden.numbers",
                "create publication sent for table hidden.orders",
                "create statistics hidden.both on id, note from hidden.orders",
                "alter table hidden.orders enable row level security",
                "create policy own on hidden.orders using (note = current_user)");
        var all = SchemaReading.read(database.source());
        var role = "nobody_" + database.name();
        database.execute("create role " + role);
        try {
            assertThat(SchemaReading.read(settings(database, "set role " + role)))
                    .isEqualTo(all);
        } finally {
            database.execute("drop role " + role);
        }
    }

    @Test
    void a_large_schema_takes_as_many_round_trips_as_an_empty_one(TestDatabase database) {
        try (var proxy = CountingProxy.before(database)) {
            SchemaReading.read(proxy.source());
            var empty = proxy.roundTrips();
            database.execute("""
                    do $$
                    begin
                        for n in 1..2000 loop
                            execute format('create table t_%s (id int primary key, a text not null, b text, c int)', n);
                            execute format('create index on t_%s (a)', n);
                            execute format('create index on t_%s (b)', n);
                            execute format('create index on t_%s (lower(a)) where c > 0', n);
                            if n %% 500 = 0 then commit; end if;
                        end loop;
                    end $$""".replace("%%", "%"));
            proxy.reset();
            var large = SchemaReading.read(proxy.source());
            assertThat(proxy.roundTrips()).isEqualTo(empty);
            assertThat(large.objects().stream().flatMap(SchemaObject::stream))
                    .hasSize(1 + 2000 * (1 + 4 + 1 + 3) + notNullNames(large));
        }
    }

    /** On no version a part of its own: they are told of at their columns. */
    private static int notNullNames(SchemaSnapshot snapshot) {
        return (int) snapshot.objects().stream()
                .flatMap(table -> table.parts(ObjectKind.CONSTRAINT).stream())
                .filter(constraint ->
                        constraint.find(Attribute.DEFINITION).orElse("").startsWith("NOT NULL"))
                .count();
    }

    @Test
    void others_may_create_and_drop_meanwhile(TestDatabase database) {
        database.execute("create table kept (id int primary key)");
        var done = new AtomicBoolean();
        var others = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                database.execute(
                        "create table fleeting (id serial primary key, note text default lower('X') check (note <> ''))",
                        "create index on fleeting (lower(note))",
                        "create view passing as select id from fleeting",
                        "create function gone() returns int language sql as 'select 1'",
                        "drop table fleeting cascade",
                        "drop function gone()");
            }
        });
        try {
            for (var i = 0; i < 20; i++) {
                assertThat(names(SchemaReading.read(database.source()))).contains("table public.kept");
            }
        } finally {
            done.set(true);
            others.join();
        }
    }

    @Test
    void a_schema_that_never_holds_still_is_given_up(TestDatabase database) throws SQLException {
        var tries = new AtomicInteger();
        try (var connection = database.source().connect()) {
            assertThatThrownBy(() -> SchemaReading.inOnePiece(connection, open -> {
                        tries.incrementAndGet();
                        database.execute("create table fleeting (id int)", "drop table fleeting");
                        SchemaReading.execute(open, "select 'fleeting'::regclass");
                        return SchemaReading.readWithin(open);
                    }))
                    .isInstanceOf(UnsteadySchemaException.class)
                    .hasMessageContaining("the schema changed while it was read, 5 times in a row")
                    .hasMessageContaining("relation \"fleeting\" does not exist");
            assertThat(tries).hasValue(5);
            assertThat(SchemaReading.inOnePiece(connection, SchemaReading::readWithin))
                    .isEqualTo(SchemaReading.read(database.source()));
        }
    }

    private static List<String> names(SchemaSnapshot snapshot) {
        return snapshot.objects().stream()
                .map(object -> object.name().toString())
                .toList();
    }

    private static SchemaObject find(TestDatabase database, ObjectName name) {
        return SchemaReading.read(database.source()).objects().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_question_that_is_ended_is_no_lost_connection(TestDatabase database) {
        database.execute("create table t (id int)");
        assertThatThrownBy(() -> SchemaReading.read(settings(database, "set statement_timeout = '1ms'")))
                .hasMessageContaining("the database answers, but not to a question about itself")
                .hasMessageContaining("statement_timeout = 0");
    }

    private static ConnectionSource settings(TestDatabase database, String... settings) {
        return () -> {
            var connection = database.source().connect();
            try (var statement = connection.createStatement()) {
                for (var setting : settings) {
                    statement.execute(setting);
                }
            }
            return connection;
        };
    }
}
