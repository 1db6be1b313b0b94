package dev.migrations.migration;

import dev.migrations.migration.ScriptName.Versioned;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names the next migration of a folder as its others are named: after the highest version, as wide as that one, as a time
 * stamp where that is one, and with {@code .up.sql} or without.
 */
public final class NextMigration {

    private static final int DEFAULT_DIGITS = 3;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String STAMP_PATTERN = "(19|20)[0-9]{12}";

    private final List<Versioned> names;
    private final FreeVersions versions;
    private final @Nullable Versioned last;
    private int digits;
    private @Nullable Instant stamp;
    private boolean withDown = true;

    private NextMigration(List<Versioned> names, Instant now) {
        this.names = names;
        this.versions = new FreeVersions(names.stream().map(Versioned::version).toList());
        this.last = names.stream().max(Comparator.comparing(Versioned::version)).orElse(null);
        this.digits = last == null ? DEFAULT_DIGITS : last.digits().length();
        this.stamp = last != null && last.digits().matches(STAMP_PATTERN) ? now : null;
    }

    /**
     * Looks at the names of a folder's files, and at nothing else.
     *
     * @param now the moment that a time stamp would name
     */
    public static NextMigration in(MigrationFolder folder, Instant now) {
        return new NextMigration(folder.versioned(), now);
    }

    /** With at least so many digits, whatever the others have. */
    public NextMigration withDigits(int count) {
        digits = count;
        stamp = null;
        return this;
    }

    /** With the moment as its version, in UTC, whatever the others have. */
    public NextMigration withTimestamp(Instant moment) {
        stamp = moment;
        return this;
    }

    /** Without a down script. */
    public NextMigration withoutDown() {
        withDown = false;
        return this;
    }

    /**
     * The names for a description in any words: {@code Add orders} becomes {@code add_orders}.
     *
     * @throws IllegalArgumentException if no letter or digit is left of it, with a sentence that says what is allowed
     */
    public NewMigration called(String words) {
        var description = description(words);
        var version = version();
        var number = String.format(Locale.ROOT, "%0" + digits + "d", version.value()) + "_" + description;
        // 004_x_down.sql would be the down script of 004_x
        var forwardOnly = last != null
                && !last.file().name().matches(".*\\.(up|down)\\.sql")
                && !description.endsWith("_down")
                && !description.equals("down");
        var up = number + (forwardOnly ? ".sql" : ".up.sql");
        var down = number + (forwardOnly ? "_down.sql" : ".down.sql");
        return new NewMigration(version, up, withDown ? Optional.of(down) : Optional.empty());
    }

    private MigrationVersion version() {
        var next = versions.next();
        if (stamp == null) {
            return next;
        }
        var stamped = MigrationVersion.parse(STAMP.format(stamp));
        // two files within one second, or a clock that runs behind
        return names.isEmpty() || stamped.compareTo(next) > 0 ? stamped : next;
    }

    private static String description(String words) {
        var description = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (description.isEmpty()) {
            throw new IllegalArgumentException(
                    "a description has at least one letter of a-z or digit, and \"" + words + "\" has none");
        }
        return description;
    }
}
