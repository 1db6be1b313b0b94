package dev.migrations.spring.command;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Sees by its arguments that a process is to be a command, before configuration files are read and logging begins. */
final class CommandEnvironmentListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        CommandArguments.find(event.getArgs()).ifPresent(arguments -> {
            CommandMode.enter(event.getEnvironment(), arguments, System.out);
            // whatever the application prints or logs to its console is no part of the answer
            System.setOut(System.err);
        });
    }

    /** Before those who read properties: {@code EnvironmentPostProcessorApplicationListener} is 10. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 5;
    }
}
