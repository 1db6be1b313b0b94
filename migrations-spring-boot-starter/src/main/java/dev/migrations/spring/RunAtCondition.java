package dev.migrations.spring;

import dev.migrations.spring.MigrationsProperties.RunAt;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches one value of {@code migrations.run-at}, in any spelling that the property takes. A comparison of strings would
 * find that neither value is meant, and nothing would ever run.
 */
abstract class RunAtCondition implements Condition {

    private final RunAt wanted;

    private RunAtCondition(RunAt wanted) {
        this.wanted = wanted;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return wanted
                == Binder.get(context.getEnvironment())
                        .bind("migrations.run-at", RunAt.class)
                        .orElse(RunAt.APPLICATION_READY);
    }

    static final class ApplicationReady extends RunAtCondition {

        ApplicationReady() {
            super(RunAt.APPLICATION_READY);
        }
    }

    static final class Startup extends RunAtCondition {

        Startup() {
            super(RunAt.STARTUP);
        }
    }
}
