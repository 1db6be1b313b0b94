package dev.migrations.spring.actuate;

import dev.migrations.spring.ApplicationMigrations;
import dev.migrations.spring.MigrationsAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health component {@code migrations}, also where the endpoint is not exposed. */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("migrations")
public final class MigrationsHealthAutoConfiguration {

    /** A health group that names the component must find it also where {@code migrations.enabled} is false. */
    @Bean
    @ConditionalOnMissingBean(name = "migrationsHealthIndicator")
    HealthIndicator migrationsHealthIndicator(ObjectProvider<ApplicationMigrations> migrations) {
        var found = migrations.getIfAvailable();
        return found == null
                ? () -> Health.up().withDetail("enabled", false).build()
                : new MigrationsHealthIndicator(found.journal());
    }
}
