package dev.migrations.spring;

import dev.migrations.BackfillListener;
import dev.migrations.Migrator;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ApplicationEventMulticaster;

/**
 * Migrates an application's databases when it starts.
 *
 * <p>There is no condition on a {@code DataSource} bean: it would not see those with {@code defaultCandidate = false}, and
 * the migrations of an application that has only such ones would never run, without a word.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({DataSource.class, Migrator.class})
@ConditionalOnBooleanProperty(name = "migrations.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MigrationsProperties.class)
@ImportRuntimeHints(MigrationsRuntimeHints.class)
public final class MigrationsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ApplicationMigrations applicationMigrations(
            MigrationsProperties properties,
            ConfigurableListableBeanFactory beans,
            ApplicationContext context,
            ObjectProvider<ObservationRegistry> observations) {
        var classLoader = context.getClassLoader();
        var folders = new ApplicationFolders(
                properties,
                beans,
                classLoader == null ? MigrationsAutoConfiguration.class.getClassLoader() : classLoader);
        return new ApplicationMigrations(
                properties,
                folders,
                new RunJournal(),
                () -> observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    @ConditionalOnProperty(name = "migrations.backfill.run", havingValue = "background", matchIfMissing = true)
    BackgroundBackfills migrationsBackgroundBackfills(
            ApplicationMigrations migrations,
            MigrationsProperties properties,
            ObjectProvider<BackfillListener> listeners,
            ApplicationContext context) {
        return new BackgroundBackfills(
                migrations, properties.backfill(), listeners.orderedStream().toList(), context);
    }

    @Bean
    @ConditionalOnProperty("migrations.drift.check-every")
    DriftWatch migrationsDriftWatch(
            ApplicationMigrations migrations, MigrationsProperties properties, ApplicationContext context) {
        var interval = Objects.requireNonNull(properties.drift().checkEvery(), "the condition has seen it");
        return new DriftWatch(migrations, interval, context);
    }

    /** The default: when everything else is up. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(RunAtCondition.ApplicationReady.class)
    static class AtApplicationReady {

        @Bean
        MigrationsReadyListener migrationsReadyListener(ApplicationMigrations migrations, ApplicationContext context) {
            return new MigrationsReadyListener(migrations, context);
        }
    }

    /** Before anything that uses a database. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(RunAtCondition.Startup.class)
    @Import(DatabaseInitializationDependencyConfigurer.class)
    static class AtStartup {

        @Bean
        @Lazy(false) // spring.main.lazy-initialization would leave it out where no bean waits for it
        MigrationsInitializer migrationsInitializer(
                ApplicationMigrations migrations, ApplicationContext context, ApplicationEventMulticaster listeners) {
            return new MigrationsInitializer(migrations, context, listeners);
        }
    }
}
