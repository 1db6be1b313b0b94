package dev.migrations.test.template;

import dev.migrations.database.MarkedDatabase;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names and comments say of the test kit's databases, to a person and to the next run. */
final class Mark {

    /** Of every template's name. */
    static final String TEMPLATES = "migrations_template_";

    /** Of every copy's name; the run's token and a number follow. */
    static final String COPIES = "migrations_test_";

    /** Of a template that nobody may use yet: its builder completes it, or the next run drops it. */
    static final String BUILDING = "Unfinished template of migrations";

    static final String TEMPLATE = "Template of migrations";

    static final String COPY = "Test database of migrations";

    static final String KEPT = "Kept test database of migrations";

    private static final Pattern ORIGIN = Pattern.compile("; origin (\\S+), ");
    private static final Pattern AT = Pattern.compile(", at (\\S+);");

    private Mark() {}

    static String of(String kind, TemplateKey key) {
        return of(kind, key, key.label());
    }

    /** A copy of a failed test. */
    static String kept(TemplateKey key, String test) {
        return of(KEPT, key, test);
    }

    private static String of(String kind, TemplateKey key, String what) {
        return kind + ": " + what.replaceAll("\\s+", " ") + "; origin " + key.origin() + ", at "
                + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "; may be dropped when no test runs";
    }

    static Optional<String> origin(MarkedDatabase database) {
        var found = ORIGIN.matcher(database.comment());
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** When it was made, or marked as kept; long ago where the comment was edited. */
    static Instant at(MarkedDatabase database) {
        var found = AT.matcher(database.comment());
        try {
            return found.find() ? Instant.parse(found.group(1)) : Instant.EPOCH;
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /** The name that a run claims, of one of its copies. */
    static String run(MarkedDatabase copy) {
        return copy.name().substring(0, copy.name().lastIndexOf('_'));
    }
}
