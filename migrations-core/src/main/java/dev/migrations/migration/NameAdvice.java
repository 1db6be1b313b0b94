package dev.migrations.migration;

import dev.migrations.migration.ScriptName.Direction;
import dev.migrations.migration.ScriptName.Versioned;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds valid names for files of one folder, such that no two pieces of advice get in each other's way. */
final class NameAdvice {

    private static final Pattern REPEATABLE = Pattern.compile("(?i)r[^a-z0-9]+(?<rest>.*)");
    private static final Pattern DIRECTION = Pattern.compile("(?i)[._ -](?<direction>up|down|undo)$");
    // Flyway's V1__create.sql and U1__create.sql
    private static final Pattern VERSIONED =
            Pattern.compile("(?i)(?<prefix>[vu]?)(?<digits>[0-9]*)(?<rest>.*)", Pattern.DOTALL);
    private static final int USUAL_WIDTH = 3;

    private final Map<MigrationVersion, String> descriptions = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final FreeVersions free;
    private final int width;

    /** Starts from the files that have valid names; numbers that the others begin with are not handed out either. */
    NameAdvice(Collection<Versioned> valid, Collection<String> invalid) {
        var versions = new HashSet<MigrationVersion>();
        var highest = new MigrationVersion(1);
        var digits = USUAL_WIDTH;
        for (var name : valid) {
            versions.add(name.version());
            descriptions.putIfAbsent(name.version(), name.description());
            taken.add(name.version() + name.direction().suffix());
            if (name.version().compareTo(highest) >= 0) {
                highest = name.version();
                digits = name.digits().length();
            }
        }
        invalid.stream().flatMap(NameAdvice::startingVersion).forEach(versions::add);
        free = new FreeVersions(versions);
        width = digits;
    }

    /** The next free version, in as many digits as the folder's last file. */
    String freeVersion() {
        return padded(free.next());
    }

    /** The valid name that is nearest to one off the grammar. */
    String nearest(String name) {
        var stem = name.substring(0, name.length() - ".sql".length());
        var repeatable = REPEATABLE.matcher(stem);
        if (repeatable.matches()) {
            return "R_"
                    + description(DIRECTION.matcher(repeatable.group("rest")).replaceFirst("")) + ".sql";
        }
        var ending = DIRECTION.matcher(stem);
        var direction =
                ending.find() && !ending.group("direction").equalsIgnoreCase("up") ? Direction.DOWN : Direction.UP;
        var parts = VERSIONED.matcher(ending.replaceFirst(""));
        if (!parts.matches()) {
            throw new IllegalStateException("every name has a rest: " + name);
        }
        var hasVersion = !parts.group("digits").isEmpty();
        if (hasVersion && parts.group("prefix").equalsIgnoreCase("u")) {
            direction = Direction.DOWN;
        }
        var description = description(hasVersion ? parts.group("rest") : parts.group("prefix") + parts.group("rest"));
        return version(parts, description, direction) + "_" + description + direction.suffix();
    }

    private String version(Matcher parts, String description, Direction direction) {
        var written = startingVersion(parts.group()).findFirst();
        if (written.isPresent()) {
            var version = written.get();
            var known = descriptions.getOrDefault(version, description);
            if (known.equals(description) && taken.add(version + direction.suffix())) {
                descriptions.put(version, description);
                return parts.group("prefix").isEmpty() ? parts.group("digits") : padded(version);
            }
        }
        return freeVersion();
    }

    private static Stream<MigrationVersion> startingVersion(String name) {
        var parts = VERSIONED.matcher(name);
        var isVersion = parts.matches() && parts.group("digits").matches("(?=0*[1-9])[0-9]{1,18}");
        return isVersion ? Stream.of(MigrationVersion.parse(parts.group("digits"))) : Stream.empty();
    }

    private String padded(MigrationVersion version) {
        return ("%0" + width + "d").formatted(version.value());
    }

    private static String description(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        // by way of upper case, ß becomes ss
        var words = letters.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return words.isEmpty() ? "describe_me" : words;
    }
}
