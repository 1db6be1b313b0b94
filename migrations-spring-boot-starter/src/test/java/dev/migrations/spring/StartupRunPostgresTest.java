package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrations.problem.ExitCode;
import dev.migrations.spring.testing.MigrationFiles;
import dev.migrations.spring.testing.TestApplication;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith({PostgresExtension.class, OutputCaptureExtension.class})
class StartupRunPostgresTest {

    @TempDir
    Path directory;

    private MigrationFiles files = new MigrationFiles(Path.of(""));

    @BeforeEach
    void prepare() {
        files = new MigrationFiles(directory).with("001_a.up.sql", "create table a as select 7 as id;");
    }

    @Test
    void beans_that_use_a_database_wait_for_the_migrations(TestDatabase database) {
        try (var context = application(database, ReadsWhileItIsMade.class).run()) {
            assertThat(context.getBean("ids")).isEqualTo(List.of(7));
        }
    }

    @Test
    void it_runs_once_and_in_any_spelling_of_the_property(TestDatabase database) {
        try (var context = application(database, Ears.class)
                .with("migrations.run-at", "STARTUP")
                .run()) {
            assertThat(context.getBean(Ears.class).heard).hasSize(1);
            assertThat(context.getBeanNamesForType(MigrationsReadyListener.class))
                    .isEmpty();
        }
    }

    @Test
    void it_runs_where_all_beans_are_lazy(TestDatabase database) {
        application(database)
                .with("spring.main.lazy-initialization", true)
                .run()
                .close();
        assertThat(database.hasTable("a")).isTrue();
    }

    @Test
    void a_failure_ends_the_start_with_its_exit_code_and_analysis(TestDatabase database, CapturedOutput output) {
        files.with("002_b.up.sql", "create tabel b ();");
        var thrown = catchThrowable(() -> application(database).run());
        assertThat(thrown)
                .hasStackTraceContaining(ApplicationNotMigratedException.class.getName())
                .satisfies(failure -> assertThat(generators(failure))
                        .extracting(ExitCodeGenerator::getExitCode)
                        .containsExactly(ExitCode.FAILED.value()));
        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START", "002_b.up.sql:1:8", "Before it, applied and kept: 001_a.up.sql");
    }

    private static List<ExitCodeGenerator> generators(Throwable failure) {
        var found = new ArrayList<ExitCodeGenerator>();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExitCodeGenerator generator) {
                found.add(generator);
            }
        }
        return found;
    }

    private TestApplication application(TestDatabase database, Class<?>... sources) {
        return TestApplication.of(files, sources).onDatabase(database.url()).with("migrations.run-at", "startup");
    }

    @Configuration(proxyBeanMethods = false)
    static class ReadsWhileItIsMade {

        @Bean
        List<Integer> ids(JdbcClient client) {
            return client.sql("select id from a").query(Integer.class).list();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Ears {

        final List<MigrationsCompletedEvent> heard = new ArrayList<>();

        @EventListener
        void hear(MigrationsCompletedEvent event) {
            heard.add(event);
        }
    }
}
