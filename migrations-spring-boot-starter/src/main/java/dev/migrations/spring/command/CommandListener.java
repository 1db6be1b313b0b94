package dev.migrations.spring.command;

import dev.migrations.cli.MigrationsCommand;
import dev.migrations.spring.ApplicationMigrations;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/**
 * Runs the command when the context is up, and ends the process. Not an {@code ApplicationRunner}: all runners are made
 * before the first one runs, those of the application too.
 */
final class CommandListener implements ApplicationListener<ApplicationStartedEvent>, Ordered {

    /** A container that is stopped has 10 s before it is killed. */
    private static final int MOST_SECONDS_TO_CLOSE = 9;

    private final ApplicationContext context;
    private final ObjectProvider<ApplicationMigrations> migrations;
    private final ObjectProvider<CommandExit> exit;

    CommandListener(
            ApplicationContext context,
            ObjectProvider<ApplicationMigrations> migrations,
            ObjectProvider<CommandExit> exit) {
        this.context = context;
        this.migrations = migrations;
        this.exit = exit;
    }

    @Override
    public void onApplicationEvent(ApplicationStartedEvent event) {
        // the events of a child context come up to its parent
        if (event.getApplicationContext() == context) {
            CommandMode.find(context.getEnvironment()).ifPresent(mode -> {
                var end = exit.getObject();
                end.exit(runAndClose(mode, event.getApplicationContext()));
                throw new AbandonedRunException(event.getApplicationContext());
            });
        }
    }

    /** After Ctrl-C, too: the JVM waits until the context is closed, so that what the application started ends with it. */
    private int runAndClose(CommandMode mode, ConfigurableApplicationContext context) {
        var closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(closed), "migrations-close"));
        try {
            var code = run(mode);
            context.close();
            return code;
        } finally {
            closed.countDown();
        }
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await(MOST_SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int run(CommandMode mode) {
        var workspace = new ApplicationWorkspace(migrations.getObject().folders());
        var words = mode.arguments().words().toArray(String[]::new);
        var out = writer(mode.out());
        var err = writer(System.err);
        var code = MigrationsCommand.run(words, workspace, out, err);
        out.flush();
        err.flush();
        workspace.findFailure().ifPresent(failure -> {
            throw new CommandNotRunException(failure);
        });
        return code;
    }

    /** UTF-8 whatever the locale: an old JVM would print question marks for the table's marks. */
    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }

    /** On the thread of the start, even where an event multicaster has an executor: the start would go on beside it. */
    @Override
    public boolean supportsAsyncExecution() {
        return false;
    }

    /** Before the application's own listeners, which then hear nothing. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
