package dev.migrations.cli.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** {@code migrations.databases.*} of a Spring Boot configuration file, nested or with dots, in each document whose profile is active. */
final class ApplicationYaml {

    private static final String PREFIX = "migrations.databases.";

    private final Path file;
    private final Placeholders placeholders;
    private final Map<String, Map<String, String>> databases = new LinkedHashMap<>();

    private ApplicationYaml(Path file, Placeholders placeholders) {
        this.file = file;
        this.placeholders = placeholders;
    }

    /**
     * The databases by name; only whoever asks for one needs the variables that it names.
     *
     * @throws UsageException if the file cannot be read or names no database; when asked for one: if a variable is not set
     */
    static Map<String, Supplier<DatabaseAddress>> read(Path file, Map<String, String> environment) {
        var yaml = new ApplicationYaml(file, new Placeholders(file.toString(), environment));
        var profiles = new ActiveProfiles(file, environment);
        yaml.documents().stream().filter(profiles::accept).forEach(document -> yaml.collect("", document));
        if (yaml.databases.isEmpty()) {
            throw refuse(
                    file + " has no " + PREFIX + "<name>.url.",
                    "add `migrations: {databases: {main: {url: jdbc:postgresql://localhost:5432/main}}}`.");
        }
        var addresses = new LinkedHashMap<String, Supplier<DatabaseAddress>>();
        yaml.databases.forEach((name, settings) -> addresses.put(name, () -> yaml.address(name, settings)));
        return addresses;
    }

    private List<Object> documents() {
        try (var reader = Files.newBufferedReader(file)) {
            var documents = new ArrayList<Object>();
            new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(reader).forEach(documents::add);
            return documents;
        } catch (MarkedYAMLException e) {
            // its message quotes lines, in which a password may stand
            var place = Optional.ofNullable(e.getProblemMark())
                    .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse("");
            throw refuse(file + place + " is not YAML: " + e.getProblem() + ".", "correct it there.");
        } catch (IOException | YAMLException e) {
            throw refuse(
                    file + " cannot be read (" + e.getClass().getSimpleName() + ").",
                    "give --config the path of an application.yml.");
        }
    }

    private void collect(String path, @Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> collect(path.isEmpty() ? key + "" : path + "." + key, value));
        } else if (path.startsWith(PREFIX) && node != null) {
            var rest = path.substring(PREFIX.length());
            var dot = rest.lastIndexOf('.');
            if (dot > 0) {
                databases
                        .computeIfAbsent(rest.substring(0, dot), name -> new LinkedHashMap<>())
                        .put(rest.substring(dot + 1), node.toString());
            }
        }
    }

    private DatabaseAddress address(String name, Map<String, String> settings) {
        var property = PREFIX + name;
        var url = resolve(property + ".url", settings.get("url"));
        if (url == null) {
            throw refuse(
                    file + " has no " + property + ".url.", "add it: jdbc:postgresql://localhost:5432/" + name + ".");
        }
        return DatabaseAddress.parse(property + ".url", url)
                .as(
                        resolve(property + ".username", settings.get("username")),
                        resolve(property + ".password", settings.get("password")));
    }

    private @Nullable String resolve(String property, @Nullable String text) {
        return text == null ? null : placeholders.resolve(property, text);
    }

    private static UsageException refuse(String message, String hint) {
        return UsageException.of("config", message, hint);
    }
}
