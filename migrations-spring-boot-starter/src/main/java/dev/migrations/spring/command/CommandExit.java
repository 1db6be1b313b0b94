package dev.migrations.spring.command;

/**
 * How a process that is a command ends; a bean of this type takes the place of {@code System.exit}. Where it returns, the
 * application does not go on either: {@code SpringApplication.run} throws an {@code AbandonedRunException}.
 */
@FunctionalInterface
public interface CommandExit {

    /** Ends the process; the context is closed. */
    void exit(int code);
}
