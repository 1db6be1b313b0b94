package dev.migrations.docs.origin;

import dev.migrations.script.Identifier;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code SET SCHEMA}, as an {@code ALTER} of anything but a table has it. */
final class MovedTo {

    private static final Pattern SET_SCHEMA = Pattern.compile("(?is)set schema (.+)");

    private MovedTo() {}

    static Optional<String> find(String action) {
        var match = SET_SCHEMA.matcher(action);
        return match.matches() ? Optional.of(Identifier.parse(match.group(1)).name()) : Optional.empty();
    }
}
