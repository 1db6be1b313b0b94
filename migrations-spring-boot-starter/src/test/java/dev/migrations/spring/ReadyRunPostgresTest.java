package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.MigrationReport;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
@Timeout(60)
class ReadyRunPostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files = new MigrationFiles(Path.of(""));

    @BeforeEach
    void prepare() {
        files = new MigrationFiles(directory);
    }

    @Test
    void a_pool_of_one_connection_that_is_in_use_does_not_hang(TestDatabase database) {
        files.with("001_a.up.sql", "create table a (id int);")
                .with("002_b.up.sql", "create index concurrently ai on a (id);");
        var application = TestApplication.of(files, HoldsTheOnlyConnection.class)
                .onDatabase(database.url())
                .with("spring.datasource.hikari.maximum-pool-size", 1);
        try (var context = application.run()) {
            assertThat(context.isActive()).isTrue();
            assertThat(database.query("select version from schema_migrations order by 1"))
                    .containsExactly("1", "2");
        }
    }

    @Test
    void the_log_has_a_line_for_each_migration_each_folder_and_all(TestDatabase database, CapturedOutput output) {
        files.with("01_core/migration.yaml", "")
                .with("01_core/001_a.up.sql", "do $$ begin raise warning 'mind the gap'; end $$;")
                .with("02_ledger/migration.yaml", "enabled: false\nschema-table: ledger_migrations")
                .with("02_ledger/001_b.up.sql", "create table b ();");
        run(database, TestApplication.of(files).with("logging.level.dev.migrations", "info"));
        assertThat(output)
                .containsPattern("01_core on dataSource: applied 001_a.up.sql in \\d+ ms")
                .contains("the server warns: mind the gap")
                .containsPattern("01_core on dataSource: 1 succeeded, 0 failed, 0 skipped in \\d+ ms")
                .contains("02_ledger: skipped, as its migration.yaml says `enabled: false`")
                .containsPattern("All folders: 1 succeeded, 0 failed, 1 skipped in \\d+ ms; migrations applied: 1");
        assertThat(database.hasTable("b")).isFalse();
    }

    @Test
    void the_event_tells_what_was_done(TestDatabase database) {
        files.with("001_a.up.sql", "create table a ();");
        try (var context =
                TestApplication.of(files, Ears.class).onDatabase(database.url()).run()) {
            assertThat(context.getBean(Ears.class).heard)
                    .singleElement()
                    .satisfies(event -> assertThat(event.success()).isTrue())
                    .satisfies(event -> assertThat(event.reports())
                            .flatExtracting(MigrationReport::executedFiles)
                            .containsExactly("001_a.up.sql"));
        }
    }

    @Test
    void the_event_of_a_child_context_runs_nothing_in_its_parent(TestDatabase database) {
        files.with("001_a.up.sql", "create table a ();");
        try (var parent = TestApplication.of(files, Ears.class)
                        .onDatabase(database.url())
                        .run();
                var child = new SpringApplicationBuilder(Nothing.class)
                        .parent(parent)
                        .web(WebApplicationType.NONE)
                        .run()) {
            assertThat(child.isActive()).isTrue();
            assertThat(parent.getBean(Ears.class).heard).hasSize(1);
        }
    }

    @Test
    void nothing_is_there_where_it_is_not_enabled(TestDatabase database) {
        files.with("001_a.up.sql", "create table a ();");
        run(database, TestApplication.of(files).with("migrations.enabled", false));
        assertThat(database.hasTable("a")).isFalse();
    }

    private static void run(TestDatabase database, TestApplication application) {
        application.onDatabase(database.url()).run().close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Configuration(proxyBeanMethods = false)
    static class Ears {

        final List<MigrationsCompletedEvent> heard = new ArrayList<>();

        @EventListener
        void hear(MigrationsCompletedEvent event) {
            heard.add(event);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class HoldsTheOnlyConnection {

        @Bean
        DisposableBean holder(DataSource dataSource) throws SQLException {
            var held = dataSource.getConnection();
            return held::close;
        }
    }
}
