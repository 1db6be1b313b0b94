package dev.migrations.cli.workspace;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The environment variables that psql knows (PostgreSQL manual, "Environment Variables", 34.15), and {@code DATABASE_URL}. */
final class PgVariables {

    private static final Map<String, String> DRIVER_WORDS = Map.of(
            "PGOPTIONS", "options",
            "PGSSLMODE", "sslmode",
            "PGSSLROOTCERT", "sslrootcert",
            "PGSSLCERT", "sslcert",
            "PGSSLKEY", "sslkey",
            "PGCONNECT_TIMEOUT", "connectTimeout",
            "PGPASSWORD", "password");

    private final Map<String, String> environment;

    PgVariables(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Where they point, if they point anywhere. */
    Optional<DatabaseAddress> address() {
        var url = environment.get("DATABASE_URL");
        if (url != null && !url.isBlank()) {
            return Optional.of(DatabaseAddress.parse("DATABASE_URL", url).orDefaults(this));
        }
        if (environment.containsKey("PGHOST") || environment.containsKey("PGDATABASE")) {
            return Optional.of(DatabaseAddress.parse("PGHOST", fromVariables()));
        }
        return Optional.empty();
    }

    /** {@code PGUSER} and {@code PGPASSWORD}: for a URL that says nothing of its role. */
    Optional<String> find(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }

    private String fromVariables() {
        var host = find("PGHOST").orElse("localhost");
        if (host.startsWith("/")) {
            throw UsageException.socket("PGHOST=" + host);
        }
        var user = find("PGUSER").orElseGet(() -> System.getProperty("user.name"));
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("user", user);
        DRIVER_WORDS.forEach((variable, word) -> find(variable).ifPresent(value -> parameters.put(word, value)));
        return "jdbc:postgresql://"
                + host + ":"
                + find("PGPORT").orElse("5432") + "/"
                + encode(find("PGDATABASE").orElse(user)) + "?"
                + parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
