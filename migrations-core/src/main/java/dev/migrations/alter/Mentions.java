package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which names an object speaks of. A snapshot is read with an empty search path, so that all but the system's own names have
 * their schema; what a function's body says as a string is not looked at, as the server does not, either.
 */
final class Mentions {

    private static final String IDENTIFIER = "[\\p{L}_][\\p{L}\\p{N}_$]*|\"(?:[^\"]|\"\")+\"";
    private static final Pattern QUALIFIED =
            Pattern.compile("(" + IDENTIFIER + ")\\.(" + IDENTIFIER + "|[-+*/<>=~!@#%^&|`?]+)");
    private static final Pattern GLOBAL =
            Pattern.compile("(?i)\\b(LANGUAGE|FOREIGN DATA WRAPPER|USING|TRANSFORM FOR TYPE) (" + IDENTIFIER
                    + ")(?:\\.(" + IDENTIFIER + "))?");
    private static final Pattern BODY = Pattern.compile("(?s)\nAS (?:\\$|').*");

    /** Who owns it and what is said of it makes nobody wait. */
    private static final Set<Attribute> SILENT = EnumSet.of(
            Attribute.COMMENT,
            Attribute.GRANTS,
            Attribute.OWNER,
            Attribute.OPTIONS,
            Attribute.FOREIGN_OPTIONS,
            Attribute.LABELS,
            Attribute.OWNED_BY,
            Attribute.INDEX_COMMENT,
            Attribute.NOT_NULL_COMMENT,
            Attribute.SEQUENCE_COMMENT,
            Attribute.SEQUENCE_GRANTS,
            Attribute.SEQUENCE);

    private Mentions() {}

    /** What others have to say to mention it. */
    static String key(ObjectName name) {
        return switch (name.kind()) {
            case TRANSFORM -> "transform for type";
            case TRIGGER, RULE, POLICY -> name.toString();
            default ->
                name.schema().isEmpty() ? name.kind() + " " + name.name() : key(name.schema(), SqlName.bare(name));
        };
    }

    /** The keys of all that it mentions, and of some that it only seems to. */
    static Set<String> of(SchemaObject unit) {
        var keys = new HashSet<String>();
        Stream.concat(Stream.of(unit), unit.parts(ObjectKind.COLUMN).stream()).forEach(object -> add(object, keys));
        return keys;
    }

    static Set<String> of(SchemaObject object, Attribute attribute) {
        var keys = new HashSet<String>();
        object.values(attribute).forEach(value -> add(value, keys));
        return keys;
    }

    private static void add(SchemaObject object, Set<String> keys) {
        object.attributes().forEach((attribute, values) -> {
            if (attribute == Attribute.SERVER) {
                values.forEach(value -> keys.add("server " + value));
            } else if (attribute == Attribute.ACCESS_METHOD) {
                values.forEach(value -> keys.add("access method " + value));
            } else if (!SILENT.contains(attribute)) {
                values.forEach(value -> add(BODY.matcher(value).replaceFirst(""), keys));
            }
        });
        if (object.kind() == ObjectKind.USER_MAPPING) {
            keys.add("server "
                    + object.name().name().substring(object.name().name().lastIndexOf(" on ") + 4));
        }
    }

    private static void add(String text, Set<String> keys) {
        QUALIFIED.matcher(text).results().forEach(found -> keys.add(key(raw(found.group(1)), raw(found.group(2)))));
        GLOBAL.matcher(text).results().forEach(found -> {
            switch (found.group(1).toUpperCase(Locale.ROOT)) {
                case "LANGUAGE" -> keys.add("language " + raw(found.group(2)));
                case "FOREIGN DATA WRAPPER" -> keys.add("foreign data wrapper " + raw(found.group(2)));
                case "USING" -> keys.add("access method " + raw(found.group(2)));
                default -> keys.add("transform for type");
            }
        });
    }

    private static String key(String schema, String name) {
        return schema + "\0" + name;
    }

    private static String raw(String identifier) {
        return identifier.startsWith("\"")
                ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                : identifier;
    }
}
