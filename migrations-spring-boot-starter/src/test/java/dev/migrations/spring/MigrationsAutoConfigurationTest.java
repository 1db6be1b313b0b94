package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.spring.actuate.MigrationsEndpoint;
import dev.migrations.spring.actuate.MigrationsEndpointAutoConfiguration;
import dev.migrations.spring.actuate.MigrationsHealthAutoConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What a context holds, by its properties and its class path; nothing runs here. */
class MigrationsAutoConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    MigrationsAutoConfiguration.class,
                    MigrationsEndpointAutoConfiguration.class,
                    MigrationsHealthAutoConfiguration.class))
            .withPropertyValues("management.endpoints.web.exposure.include=*");

    @Test
    void the_defaults_are_these() {
        runner.run(context -> assertThat(context.getBean(MigrationsProperties.class))
                .hasToString("MigrationsProperties[enabled=true, location=classpath:migrations, autoMigrate=true,"
                        + " onPending=WARN, onFailure=STOP, failStartup=true, runAt=APPLICATION_READY, databases={}, lint=WARN,"
                        + " lock=Lock[timeout=" + Duration.ofMinutes(10)
                        + ", retryBudget=null, cancelBlockers=null], backfill=Backfill[run=BACKGROUND, window=null, maxReplicationLag="
                        + Duration.ofSeconds(10) + ", maxArchiveQueue=40, duringVacuum=REST],"
                        + " drift=Drift[checkEvery=null]]"));
    }

    @Test
    void a_password_is_never_shown() {
        runner.withPropertyValues(
                        "migrations.databases.db_core.url=jdbc:postgresql://db/core?password=geheim",
                        "migrations.databases.db_core.username=migrator",
                        "migrations.databases.db_core.password=geheim")
                .run(context -> assertThat(context.getBean(MigrationsProperties.class))
                        .hasToString(context.getBean(MigrationsProperties.class)
                                .toString()
                                .replace("geheim", "?"))
                        .asString()
                        .contains("db_core", "migrator"));
    }

    @Test
    void bad_values_are_refused_with_a_sentence() {
        refuses("migrations.databases.core.username=x", "migrations.databases.core.url is missing");
        refuses("migrations.databases.core.url=postgres://u:geheim@db/core", "is no JDBC URL");
        refuses("migrations.lock.timeout=-1s", "migrations.lock.timeout is negative");
        refuses("migrations.lock.retry-budget=-1s", "migrations.lock.retry-budget is negative");
        refuses("migrations.location= ", "migrations.location is empty");
        refuses("migrations.backfill.window=at night", "migrations.backfill.window: a window is two times of the day");
        refuses("migrations.backfill.max-archive-queue=-1", "max-archive-queue are not negative");
    }

    @Test
    void nothing_runs_where_it_is_not_enabled() {
        runner.withPropertyValues("migrations.enabled=false").run(context -> assertThat(context)
                .doesNotHaveBean(ApplicationMigrations.class)
                .doesNotHaveBean(MigrationsEndpoint.class));
    }

    @Test
    void without_actuator_and_health_the_rest_is_there() {
        runner.withClassLoader(new FilteredClassLoader(Endpoint.class, HealthIndicator.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(MigrationsReadyListener.class)
                        .doesNotHaveBean("migrationsEndpoint")
                        .doesNotHaveBean("migrationsHealthIndicator"));
    }

    @Test
    void health_may_be_switched_off() {
        runner.withPropertyValues("management.health.migrations.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void a_native_image_keeps_the_default_location() {
        var hints = new RuntimeHints();
        new MigrationsRuntimeHints().registerHints(hints, null);
        assertThat(RuntimeHintsPredicates.resource().forResource("migrations/01_core/001_a.up.sql"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource("migrations/migration.yaml"))
                .accepts(hints);
    }

    private void refuses(String property, String message) {
        runner.withPropertyValues(property).run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining(message)
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getMessage())).doesNotContain("geheim")));
    }
}
