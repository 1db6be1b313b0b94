package dev.migrations.spring.command;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** A process that is a command, as the environment knows it: what this means for the application's properties. */
final class CommandMode extends MapPropertySource {

    private static final String NAME = "migrationsCommand";

    private final CommandArguments arguments;
    private final PrintStream out;

    private CommandMode(CommandArguments arguments, PrintStream out) {
        super(NAME, properties(arguments));
        this.arguments = arguments;
        this.out = out;
    }

    /** Before all other properties, those of the command line too. */
    static void enter(ConfigurableEnvironment environment, CommandArguments arguments, PrintStream out) {
        environment.getPropertySources().addFirst(new CommandMode(arguments, out));
    }

    /** Empty in a process that is no command. */
    static Optional<CommandMode> find(Environment environment) {
        return environment instanceof ConfigurableEnvironment configurable
                        && configurable.getPropertySources().get(NAME) instanceof CommandMode mode
                ? Optional.of(mode)
                : Optional.empty();
    }

    CommandArguments arguments() {
        return arguments;
    }

    /** The process's own standard output, which takes answers only. */
    PrintStream out() {
        return out;
    }

    private static Map<String, Object> properties(CommandArguments arguments) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("spring.main.web-application-type", "none");
        properties.put("spring.main.lazy-initialization", true);
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.main.log-startup-info", false);
        properties.put("spring.main.keep-alive", false);
        // Ctrl-C cancels what runs on the server; a context that closes meanwhile would take the database away from it
        properties.put("spring.main.register-shutdown-hook", false);
        // would make every health indicator, and with it whatever the application is connected to
        properties.put("management.endpoint.health.validate-group-membership", false);
        // a command is explicit, and takes the place of the run at start
        properties.put("migrations.enabled", true);
        properties.put("migrations.auto-migrate", false);
        properties.put("migrations.on-pending", "ignore");
        properties.put("migrations.run-at", "application-ready");
        properties.put("migrations.backfill.run", "manual");
        if (!arguments.isVerbose()) {
            properties.put("logging.threshold.console", "warn");
            properties.put(
                    "logging.level.root", "warn"); // for a logging configuration that does not know the threshold
            properties.put("logging.level.dev.migrations", "off"); // the command itself tells what there is to tell
        }
        return properties;
    }
}
