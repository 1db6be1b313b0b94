package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.DriftRequest.Rights;
import dev.migrations.drift.NamePattern;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.schema.DiffText;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class DriftPostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files;

    @BeforeEach
    void setUp(TestDatabase database) {
        files = MigrationFiles.in(directory.resolve("migrations"))
                .with("001_users.up.sql", """
                        create table users (id bigint primary key, email text not null, age int);
                        create index users_email on users (email);
                        alter table users add constraint adult check (age >= 18);
                        """)
                .with("002_total.up.sql", "create function total() returns int language sql as 'select 1';")
                .with("R_emails.sql", "create or replace view emails as select email from users;");
        files.migrator(database).up();
    }

    @Test
    void what_nobody_has_touched_has_no_drift(TestDatabase database) {
        var report = files.migrator(database).drift(DriftRequest.DEFAULT);
        assertThat(report.isDrifted())
                .as(DiffText.render(report.diff()).toString())
                .isFalse();
        assertThat(report.notes()).isEmpty();
        assertThat(report.folders()).containsExactly("migrations");
        assertThat(database.query("select datname from pg_database where datname = '" + report.scratch() + "'"))
                .isEmpty();
    }

    @Test
    void what_is_pending_is_no_drift(TestDatabase database) {
        files.with("003_orders.up.sql", "create table orders (id int);");
        assertThat(lines(database, DriftRequest.DEFAULT)).isEmpty();
    }

    @Test
    void changes_by_hand_are_told(TestDatabase database) {
        database.execute(
                "drop index users_email",
                "alter table users alter age type bigint",
                "create table extra (id int)",
                "create or replace view emails as select lower(email) as email from users");
        assertThat(lines(database, DriftRequest.DEFAULT))
                .contains("- index public.users.users_email", "+ table public.extra")
                .contains("~ column public.users.age", "    type: integer -> bigint")
                .contains("~ view public.emails");
    }

    @Test
    void constraints_routines_and_grants_count(TestDatabase database) {
        database.execute(
                "alter table users drop constraint adult",
                "alter table users add constraint adult check (age >= 18) not valid",
                "create or replace function total() returns int language sql as 'select 2'",
                "grant select on users to pg_monitor",
                "comment on table users is 'by hand'");
        assertThat(lines(database, DriftRequest.DEFAULT))
                .contains("~ constraint public.users.adult", "~ function public.total()", "~ table public.users")
                .contains("    grants: (none) -> pg_monitor: select", "    comment: (none) -> by hand");
        assertThat(lines(database, DriftRequest.DEFAULT.rights(Rights.IGNORE)))
                .noneMatch(line -> line.contains("grants"));
    }

    @Test
    void what_belongs_to_another_role_that_runs_migrations_is_as_it_should_be(TestDatabase database) {
        database.execute("create role drift_owner", "grant create on schema public to drift_owner");
        try {
            database.execute("alter table users owner to drift_owner");
            assertThat(lines(database, DriftRequest.DEFAULT.ignoring(List.of(new NamePattern("schema public")))))
                    .anyMatch(line -> line.startsWith("    owner: "));
            database.execute("update schema_migrations set applied_by = 'drift_owner' where version = 1");
            assertThat(lines(database, DriftRequest.DEFAULT.ignoring(List.of(new NamePattern("schema public")))))
                    .isEmpty();
        } finally {
            database.execute(
                    "reassign owned by drift_owner to current_user",
                    "drop owned by drift_owner",
                    "drop role drift_owner");
        }
    }

    @Test
    void what_a_pattern_names_is_left_out(TestDatabase database) {
        database.execute("create table events_2026_01 (id int primary key)", "alter table users add tmp_a int");
        files.with("migration.yaml", "drift-ignore: table public.events_*\n");
        assertThat(lines(database, DriftRequest.DEFAULT)).containsExactly("+ column public.users.tmp_a");
        var report = files.migrator(database)
                .drift(DriftRequest.DEFAULT.ignoring(
                        List.of(new NamePattern("public.users.tmp_?"), new NamePattern("tabel *"))));
        assertThat(report.isDrifted()).isFalse();
        assertThat(report.notes()).containsExactly("`tabel *` leaves out nothing");
    }

    @Test
    void folders_of_one_database_are_compared_together(TestDatabase database) {
        var orders = MigrationFiles.in(directory.resolve("orders"))
                .with("migration.yaml", "schema-table: ops.orders_history\n")
                .with("001_orders.up.sql", "create table orders (id int, \"user\" bigint references users);");
        orders.migrator(database).up();
        var alone = files.migrator(database).drift(DriftRequest.DEFAULT);
        assertThat(alone.isDrifted()).isTrue();
        assertThat(alone.notes())
                .containsExactly(
                        "the history table ops.orders_history belongs to none of the folders: what that folder has"
                                + " made is told as a difference");
        var both = files.migrator(database).drift(DriftRequest.DEFAULT.beside(List.of(orders.folder())));
        assertThat(both.isDrifted()).as(DiffText.render(both.diff()).toString()).isFalse();
        assertThat(both.notes()).isEmpty();
    }

    @Test
    void a_database_where_nothing_is_applied_is_refused(TestDatabase database) {
        try (var empty = PostgresServer.get().createDatabase()) {
            assertThatThrownBy(() -> files.migrator(empty).drift(DriftRequest.DEFAULT))
                    .isInstanceOf(NoCopyException.class)
                    .hasMessageContaining("nothing is applied on db_main");
        }
    }

    @Test
    void what_has_no_files_is_refused(TestDatabase database) {
        files.with("001_users.up.sql", "create table users (id int)").without("002_total.up.sql");
        assertThatThrownBy(() -> files.migrator(database).drift(DriftRequest.DEFAULT))
                .isInstanceOf(NoCopyException.class)
                .hasMessageContaining("version 1 is applied, and its file has changed since")
                .hasMessageContaining("version 2 is applied, and has no file");
        try (var declared = PostgresServer.get().createDatabase()) {
            files.with("002_total.up.sql", "select 1").migrator(declared).baseline(new MigrationVersion(2));
            assertThatThrownBy(() -> files.migrator(declared).drift(DriftRequest.DEFAULT))
                    .hasMessageContaining("version 1 was declared as a baseline");
        }
    }

    @Test
    void a_repeatable_that_is_due_again_is_noted(TestDatabase database) {
        files.with("R_emails.sql", "create or replace view emails as select email, id from users;");
        var report = files.migrator(database).drift(DriftRequest.DEFAULT);
        assertThat(DiffText.render(report.diff())).containsExactly("+ view public.emails");
        assertThat(report.notes()).singleElement().asString().startsWith("R_emails.sql is due again");
    }

    private List<String> lines(TestDatabase database, DriftRequest request) {
        return DiffText.render(files.migrator(database).drift(request).diff());
    }
}
