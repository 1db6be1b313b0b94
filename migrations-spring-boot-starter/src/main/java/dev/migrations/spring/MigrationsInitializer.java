package dev.migrations.spring;

import dev.migrations.MigrationReport;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ApplicationEventMulticaster;

/** Runs while the context starts: beans that need a database wait for this one. */
final class MigrationsInitializer implements InitializingBean, SmartInitializingSingleton {

    private final ApplicationMigrations migrations;
    private final ApplicationEventPublisher events;
    private final ApplicationEventMulticaster listeners;
    private List<MigrationReport> reports = List.of();

    MigrationsInitializer(
            ApplicationMigrations migrations, ApplicationEventPublisher events, ApplicationEventMulticaster listeners) {
        this.migrations = migrations;
        this.events = events;
        this.listeners = listeners;
    }

    @Override
    public void afterPropertiesSet() {
        try {
            reports = migrations.migrate();
        } catch (RuntimeException e) {
            // SpringApplication tells the failed context of the exit code before it notes it for the process: a
            // listener
            // that is a bean, and would be made only then, fails, and the process ends with 1
            listeners.removeApplicationListenerBeans(name -> true);
            throw e;
        }
    }

    /** Not before: the listeners of the event may be among the beans that wait. */
    @Override
    public void afterSingletonsInstantiated() {
        events.publishEvent(new MigrationsCompletedEvent(reports));
    }
}
