package dev.migrations.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The URLs of the PostgreSQL driver (pgjdbc manual, "Connecting to the Database"). */
public final class JdbcUrl {

    private static final Pattern PARTS =
            Pattern.compile("^jdbc:postgresql:(?<hosts>//[^/?]*)?/?[^/?]*(?<parameters>\\?.*)?$");

    private JdbcUrl() {}

    /**
     * The URL of another database of the same server.
     *
     * @throws IllegalArgumentException if it is not a URL of the driver
     */
    public static String withDatabase(String url, String database) {
        var parts = PARTS.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the URL of a PostgreSQL database");
        }
        var hosts = Optional.ofNullable(parts.group("hosts"))
                .map(found -> found + "/")
                .orElse("");
        var parameters = Optional.ofNullable(parts.group("parameters")).orElse("");
        return "jdbc:postgresql:" + hosts + URLEncoder.encode(database, StandardCharsets.UTF_8) + parameters;
    }
}
