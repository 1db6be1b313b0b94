package dev.migrations.cli.workspace;

import dev.migrations.migration.MigrationFolder;
import dev.migrations.problem.NearestWord;
import dev.migrations.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The databases that a stand-alone command knows. A URL ({@code --url}, else {@code DATABASE_URL}, else {@code PG…}) is one
 * database that stands for whatever name a folder has for it; those of a configuration file are known by name.
 */
final class KnownDatabases {

    private final @Nullable DatabaseAddress only;
    private final Map<String, Supplier<DatabaseAddress>> named;
    private final @Nullable String wanted;

    private KnownDatabases(
            @Nullable DatabaseAddress only, Map<String, Supplier<DatabaseAddress>> named, @Nullable String wanted) {
        this.only = only;
        this.named = named;
        this.wanted = wanted;
    }

    static KnownDatabases of(ConnectionOptions options, Map<String, String> environment) {
        var variables = new PgVariables(environment);
        var password = password(options.passwordFile());
        if (options.url() != null) {
            var address = DatabaseAddress.parse("--url", options.url()).orDefaults(variables);
            return new KnownDatabases(address.as(options.user(), password), Map.of(), options.database());
        }
        if (options.config() != null) {
            var named = new LinkedHashMap<String, Supplier<DatabaseAddress>>();
            ApplicationYaml.read(options.config(), environment)
                    .forEach((name, address) ->
                            named.put(name, () -> address.get().as(options.user(), password)));
            return new KnownDatabases(null, named, options.database());
        }
        var address = variables.address().orElseThrow(KnownDatabases::noDatabase);
        return new KnownDatabases(address.as(options.user(), password), Map.of(), options.database());
    }

    /** The databases of a folder, by name; what is wrong is added to the problems. */
    Map<String, DatabaseAddress> choose(MigrationFolder folder, List<Problem> problems) {
        var selector = folder.settings().databases();
        if (only != null) {
            return Map.of(nameFor(folder, only), only);
        }
        if (wanted != null && !named.containsKey(wanted)) {
            problems.add(unknown("--db", wanted));
            return Map.of();
        }
        if (selector.isEmpty()) {
            return preferred(folder, problems);
        }
        selector.unmatched(named.keySet())
                .forEach(pattern -> problems.add(unknown(folder.name() + "/migration.yaml: dbpool-name", pattern)));
        var chosen = new LinkedHashMap<String, DatabaseAddress>();
        selector.select(named.keySet()).stream()
                .filter(name -> wanted == null || wanted.equals(name))
                .forEach(name -> chosen.put(name, address(name)));
        return chosen;
    }

    private String nameFor(MigrationFolder folder, DatabaseAddress address) {
        var patterns = folder.settings().databases().patterns();
        return Optional.ofNullable(wanted)
                .or(() -> patterns.size() == 1 && !patterns.get(0).contains("*")
                        ? Optional.of(patterns.get(0))
                        : Optional.empty())
                .orElseGet(address::databaseName);
    }

    private Map<String, DatabaseAddress> preferred(MigrationFolder folder, List<Problem> problems) {
        if (wanted != null) {
            return Map.of(wanted, address(wanted));
        }
        if (named.size() == 1) {
            var name = named.keySet().iterator().next();
            return Map.of(name, address(name));
        }
        problems.add(Problem.of(
                "database-not-chosen",
                folder.name() + " does not say which database it runs on, and there are "
                        + String.join(", ", named.keySet()) + ".",
                "name one with --db, or write `dbpool-name: "
                        + named.keySet().iterator().next() + "` into its migration.yaml."));
        return Map.of();
    }

    private DatabaseAddress address(String name) {
        return Optional.ofNullable(named.get(name)).orElseThrow().get();
    }

    private Problem unknown(String origin, String name) {
        return Problem.of(
                "unknown-database",
                origin + " \"" + name + "\" names no database; there are " + String.join(", ", named.keySet()) + ".",
                NearestWord.find(name, named.keySet())
                        .map(nearest -> "did you mean " + nearest + "?")
                        .orElse("add migrations.databases." + name + ".url to the configuration file."));
    }

    private static UsageException noDatabase() {
        return UsageException.of(
                "no-database",
                "no database is named.",
                "give --url postgres://user@host:5432/database, or --config application.yml, or set DATABASE_URL or PGHOST.");
    }

    private static @Nullable String password(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw UsageException.of(
                    "password-file",
                    "the password file " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + ").",
                    "give --password-file a file that holds the password in its first line.");
        }
    }
}
