package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.MigrationReport;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
class ManyDatabasesPostgresTest {

    @TempDir
    Path directory;

    @Test
    void one_folder_runs_on_every_database_that_its_pattern_names(TestDatabase one) {
        try (var other = PostgresServer.get().createDatabase()) {
            var files = new MigrationFiles(directory)
                    .with("tenants/migration.yaml", "dbpool-name: tenant_*")
                    .with("tenants/001_a.up.sql", "create table a ();");
            tenants(files, one, other).run().close();
            assertThat(one.hasTable("a") && other.hasTable("a")).isTrue();
        }
    }

    @Test
    void a_failure_on_one_stops_before_the_next(TestDatabase one) {
        try (var other = PostgresServer.get().createDatabase()) {
            var files = new MigrationFiles(directory)
                    .with("tenants/migration.yaml", "dbpool-name: [tenant_a, tenant_b]")
                    .with("tenants/001_a.up.sql", "alter table given add more int;");
            other.execute("create table given ()");
            var application = tenants(files, one, other);
            assertThat(catchThrowableOfType(ApplicationNotMigratedException.class, application::run)
                            .reports())
                    .extracting(MigrationReport::database)
                    .containsExactly("tenant_a");
            application.with("migrations.on-failure", "continue");
            assertThat(catchThrowableOfType(ApplicationNotMigratedException.class, application::run)
                            .reports())
                    .extracting(MigrationReport::success)
                    .containsExactly(false, true);
        }
    }

    @Test
    void two_names_of_one_database_are_one(TestDatabase database) {
        var files = new MigrationFiles(directory)
                .with("tenants/migration.yaml", "dbpool-name: tenant_*")
                .with("tenants/001_a.up.sql", "create table a ();");
        try (var context = tenants(files, database, database).run()) {
            assertThat(context.getBean(ApplicationMigrations.class).journal().reports())
                    .extracting(MigrationReport::database)
                    .containsExactly("tenant_a");
        }
    }

    @Test
    void a_role_of_its_own_migrates_the_database_of_the_application(TestDatabase database) {
        var files = new MigrationFiles(directory).with("001_a.up.sql", "create table a as select user::text as who;");
        var role = "migrator_" + database.name();
        database.execute("create role " + role + " login", "grant create on schema public to " + role);
        TestApplication.of(files)
                .onDatabase(database.url())
                .with("migrations.databases.dataSource.url", database.url().replaceFirst("user=[^&]*", ""))
                .with("migrations.databases.dataSource.username", role)
                .run()
                .close();
        assertThat(database.query("select who from a")).containsExactly(role);
        database.execute("drop owned by " + role, "drop role " + role);
    }

    @Test
    void a_url_that_cannot_be_used_is_never_repeated(CapturedOutput output) {
        var files = new MigrationFiles(directory).with("001_a.up.sql", "select 1;");
        var application = TestApplication.of(files)
                .onDatabase("jdbc:postgresql://nowhere.invalid/core")
                .with("migrations.databases.main.password", "geheim")
                .with("migrations.databases.main.url", "postgres://app:geheim@db/core");
        assertThat(catchThrowableOfType(RuntimeException.class, application::run))
                .isNotNull();
        assertThat(output)
                .contains("migrations.databases.main.url is no JDBC URL")
                .doesNotContain("geheim");
    }

    private static TestApplication tenants(MigrationFiles files, TestDatabase one, TestDatabase other) {
        return TestApplication.of(files)
                .onDatabase(one.url())
                .with("migrations.databases.tenant_a.url", one.url())
                .with("migrations.databases.tenant_b.url", other.url());
    }
}
