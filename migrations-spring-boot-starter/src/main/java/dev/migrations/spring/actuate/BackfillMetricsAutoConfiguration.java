package dev.migrations.spring.actuate;

import dev.migrations.spring.ApplicationMigrations;
import dev.migrations.spring.MigrationsAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Meters of backfills, where the application has a registry of meters. */
@AutoConfiguration(
        after = MigrationsAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ApplicationMigrations.class, MeterRegistry.class})
public final class BackfillMetricsAutoConfiguration {

    @Bean
    BackfillMeters migrationsBackfillMeters(MeterRegistry registry) {
        return new BackfillMeters(registry);
    }
}
