package dev.migrations.spring;

import dev.migrations.MigrationReport;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;

/** Runs while the context starts: beans that need a database wait for this one. */
final class MigrationsInitializer implements InitializingBean, SmartInitializingSingleton {

    private final ApplicationMigrations migrations;
    private final ApplicationEventPublisher events;
    private List<MigrationReport> reports = List.of();

    MigrationsInitializer(ApplicationMigrations migrations, ApplicationEventPublisher events) {
        this.migrations = migrations;
        this.events = events;
    }

    @Override
    public void afterPropertiesSet() {
        reports = migrations.migrate();
    }

    /** Not before: the listeners of the event may be among the beans that wait. */
    @Override
    public void afterSingletonsInstantiated() {
        events.publishEvent(new MigrationsCompletedEvent(reports));
    }
}
