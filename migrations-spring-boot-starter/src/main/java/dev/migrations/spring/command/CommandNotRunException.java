package dev.migrations.spring.command;

import dev.migrations.problem.ExitCode;
import org.springframework.beans.BeansException;
import org.springframework.boot.ExitCodeGenerator;

/**
 * The application could not give the command what it needs; Spring Boot's analyzers know the cause. Without an exit code, the
 * process would stay for as long as any thread of it does.
 */
final class CommandNotRunException extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1;

    CommandNotRunException(BeansException cause) {
        super("the application could not give the command what it needs", cause);
    }

    @Override
    public int getExitCode() {
        return ExitCode.FAILED.value();
    }
}
