package dev.migrations.cli.workspace;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code postgres://user:password@host:port/database?parameter=value} (PostgreSQL manual, "Connection URIs", 34.1.1.2). */
final class PostgresUri {

    private static final Pattern URI = Pattern.compile("postgres(?:ql)?://"
            + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
            + "(?<hosts>[^/?@]*)(?:/(?<database>[^?@]*))?(?:\\?(?<parameters>[^@]*))?");

    /** libpq's word, and the driver's for the same. */
    private static final Map<String, String> DRIVER_WORDS = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "search_path", "currentSchema",
            "channel_binding", "channelBinding",
            "target_session_attrs", "targetServerType");

    private PostgresUri() {}

    static boolean isOne(String url) {
        return url.strip().matches("postgres(ql)?://.*");
    }

    /** Empty for what is none: it may hold a password, so it is not repeated. */
    static Optional<String> findJdbc(String url) {
        var match = URI.matcher(url.strip());
        try {
            return match.matches() ? Optional.of(jdbc(match)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a % that is none of a URL
        }
    }

    private static String jdbc(Matcher match) {
        var parameters = new LinkedHashMap<String, String>();
        if (match.group("parameters") != null) {
            for (var pair : match.group("parameters").split("&", -1)) {
                add(parameters, pair.split("=", 2));
            }
        }
        if (match.group("user") != null && !match.group("user").isEmpty()) {
            parameters.put("user", decode(match.group("user")));
        }
        if (match.group("password") != null) {
            parameters.put("password", decode(match.group("password")));
        }
        var database = match.group("database") == null ? "" : match.group("database");
        var hosts = hosts(match.group("hosts"), parameters);
        return "jdbc:postgresql://" + hosts + "/" + database + "?"
                + parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** libpq takes the host from the parameters, too, where there is none before the path. */
    private static String hosts(String written, Map<String, String> parameters) {
        var host = parameters.remove("host");
        var port = parameters.remove("port");
        if (host != null && host.startsWith("/")) {
            throw UsageException.socket("host=" + host);
        }
        var named = written.isEmpty() && host != null ? host : written.isEmpty() ? "localhost" : written;
        return port == null || named.contains(":") ? named : named + ":" + port;
    }

    /** The {@code x-…} parameters are golang-migrate's own. */
    private static void add(Map<String, String> parameters, String[] pair) {
        var name = decode(pair[0]);
        if (pair.length == 2 && !name.startsWith("x-")) {
            parameters.put(DRIVER_WORDS.getOrDefault(name, name), decode(pair[1]));
        }
    }

    private static String decode(String text) {
        // a plus is a plus in a URI's path and names, and only a form makes it a space
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
