package dev.migrations.spring;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Runs when the application is ready; readiness is announced after its listeners are done, and never if one throws. */
final class MigrationsReadyListener implements ApplicationListener<ApplicationReadyEvent>, Ordered {

    private final ApplicationMigrations migrations;
    private final ApplicationContext context;

    MigrationsReadyListener(ApplicationMigrations migrations, ApplicationContext context) {
        this.migrations = migrations;
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        // the events of a child context come up to its parent
        if (event.getApplicationContext() == context) {
            context.publishEvent(new MigrationsCompletedEvent(migrations.migrate()));
        }
    }

    /** On the thread of the start, even where an event multicaster has an executor: it would lose the failure. */
    @Override
    public boolean supportsAsyncExecution() {
        return false;
    }

    /** Before those who may want to use the databases. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }
}
