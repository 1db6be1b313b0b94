package dev.migrations;

import static dev.migrations.testing.ReportAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.database.ConnectionSource;
import dev.migrations.problem.ExitCode;
import dev.migrations.problem.MigrationException;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Databases that do not let a migrator do what it wants. */
@ExtendWith(PostgresExtension.class)
class BadServerPostgresTest {

    private static final String ROLE = "clerk_" + ProcessHandle.current().pid();

    private final MigrationFiles files;

    BadServerPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
        files.with("001_create_users.up.sql", "create table users (id int primary key, name text);");
    }

    @AfterEach
    void forget_the_role(TestDatabase database) {
        database.execute("drop role if exists " + ROLE);
    }

    @Test
    void another_tools_history_is_left_alone(TestDatabase database) {
        database.execute(
                "create table schema_migrations (version bigint not null primary key, dirty boolean not null)");
        assertRefused(database, "golang_migrate", ExitCode.REFUSED);
        database.execute(
                "drop table schema_migrations", "create table schema_migrations (version varchar primary key)");
        assertRefused(database, "rails", ExitCode.REFUSED);
        database.execute(
                "drop table schema_migrations",
                "create table schema_migrations (installed_rank int, version text, description text, success boolean)");
        assertRefused(database, "flyway", ExitCode.REFUSED);
        assertThat(database.hasTable("users")).isFalse();
    }

    @Test
    void a_row_of_a_newer_format_is_not_guessed_at(TestDatabase database) {
        files.migrator(database).up();
        database.execute("update schema_migrations set format = 2, tool_version = '7.1.0'");
        assertRefused(database, "newer_format", ExitCode.REFUSED);
    }

    @Test
    void a_role_that_may_not_create_the_history_table_is_told_what_to_grant(TestDatabase database) {
        // public may not create from PostgreSQL 15 on
        database.execute("create role " + ROLE + " login", "revoke create on schema public from public");
        var failure = failure(database, login(database));
        Snapshot.assertMatches(
                "bad-input/no_privilege.txt", failure.getMessage().replace(ROLE, "clerk"));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        database.execute("grant create on schema public to " + ROLE);
        assertThat(migrator(login(database)).up()).applied("1");
        database.execute("reassign owned by " + ROLE + " to current_user", "drop owned by " + ROLE);
    }

    @Test
    void a_role_that_may_only_read_starts_when_nothing_is_pending(TestDatabase database) {
        files.migrator(database).up();
        database.execute(
                "create role " + ROLE + " login",
                "alter role " + ROLE + " set default_transaction_read_only = on",
                "grant select on schema_migrations to " + ROLE);
        assertThat(migrator(login(database)).up()).didNothing();
        files.with("002_more.up.sql", "select 1;");
        var failure = failure(database, login(database));
        Snapshot.assertMatches(
                "bad-input/read_only_role.txt",
                failure.getMessage().replace(ROLE, "clerk").replace(database.name(), "shop"));
        database.execute("drop owned by " + ROLE);
    }

    @Test
    void a_role_that_may_not_read_the_history_is_told_what_to_grant(TestDatabase database) {
        files.migrator(database).up();
        database.execute("create role " + ROLE + " login");
        var failure = failure(database, login(database));
        Snapshot.assertMatches(
                "bad-input/unreadable_history.txt", failure.getMessage().replace(ROLE, "clerk"));
    }

    @Test
    void a_server_that_is_not_there_is_told_without_the_password() {
        var source = ConnectionSource.of("jdbc:postgresql://localhost:1/shop", "clerk", "s3cret");
        var failure = catchThrowableOfType(
                MigrationException.class, () -> migrator(source).up());
        assertThat(failure.getMessage())
                .startsWith("the database cannot be reached")
                .doesNotContain("s3cret");
        assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    }

    @Test
    void a_url_that_cannot_be_read_is_told_without_the_password() {
        for (var url : List.of(
                "jdbc:postgresql://bob:s3cret@localhost:99999/shop",
                "postgres://bob:s3cret@localhost/shop",
                "jdbc:postgresql://localhost:1/shop?user=bob&password=s3cret")) {
            var source = ConnectionSource.of(url, null, null);
            var failure = catchThrowableOfType(
                    MigrationException.class, () -> migrator(source).up());
            assertThat(failure.getMessage()).doesNotContain("s3cret");
        }
    }

    private void assertRefused(TestDatabase database, String snapshot, ExitCode exitCode) {
        var failure = failure(database, database.source());
        Snapshot.assertMatches("bad-input/" + snapshot + ".txt", failure.getMessage());
        assertThat(failure.exitCode()).isEqualTo(exitCode);
    }

    private MigrationException failure(TestDatabase database, ConnectionSource source) {
        var failure = catchThrowableOfType(
                MigrationException.class, () -> migrator(source).up());
        assertThat(failure).as(database.name()).isNotNull();
        return failure;
    }

    private Migrator migrator(ConnectionSource source) {
        return Migrator.of(files.folder(), source).build();
    }

    private static ConnectionSource login(TestDatabase database) {
        return ConnectionSource.of(database.url().replace("user=postgres", "user=" + ROLE), null, null);
    }
}
