package dev.migrations.convert;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file name of Flyway.
 *
 * @param kind        {@code V}, {@code U}, {@code B} or {@code R}
 * @param version     without parts for a repeatable
 * @param description as it is written
 * @param extension   {@code sql}, or that of a migration in another language
 */
record FlywayName(char kind, Version version, String description, String extension) {

    private static final Pattern VERSIONED = Pattern.compile(
            "(?<kind>[VUB])(?<version>[0-9]{1,18}(?:[._][0-9]{1,18})*)(?:__(?<words>.*))?\\.(?<extension>sql|java|class|kt|groovy|py|sh|ps1)");
    private static final Pattern REPEATABLE =
            Pattern.compile("R__(?<words>.*)\\.(?<extension>sql|java|class|kt|groovy|py|sh|ps1)");

    static Optional<FlywayName> find(String name) {
        var versioned = VERSIONED.matcher(name);
        if (versioned.matches()) {
            var words = Optional.ofNullable(versioned.group("words")).orElse("");
            return Optional.of(new FlywayName(
                    versioned.group("kind").charAt(0),
                    Version.of(versioned.group("version")),
                    words,
                    versioned.group("extension")));
        }
        var repeatable = REPEATABLE.matcher(name);
        return repeatable.matches()
                ? Optional.of(new FlywayName(
                        'R', new Version(List.of()), repeatable.group("words"), repeatable.group("extension")))
                : Optional.empty();
    }

    boolean isSql() {
        return extension.equals("sql");
    }

    /** Numbers with dots between them; {@code 1.0} is {@code 1}. */
    record Version(List<Long> parts) implements Comparable<Version> {

        static Version of(String text) {
            var parts = Arrays.stream(text.split("[._]")).map(Long::valueOf).toList();
            var length = parts.size();
            while (length > 1 && parts.get(length - 1) == 0) {
                length--;
            }
            return new Version(parts.subList(0, length));
        }

        @Override
        public int compareTo(Version other) {
            for (var i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
                var order = Long.compare(parts.get(i), other.parts.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(parts.size(), other.parts.size());
        }
    }
}
