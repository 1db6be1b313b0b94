package dev.migrations.docs.reference;

import dev.migrations.schema.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The id of an object's place on a page: the same for the same name, and for no other. */
public final class Anchor {

    private Anchor() {}

    /** Such as {@code table.public.orders}; of letters, digits, dots, dashes and underscores only. */
    public static String of(ObjectName name) {
        return Stream.of(name.schema(), name.relation(), name.name())
                .filter(part -> !part.isEmpty())
                .map(Anchor::encode)
                .collect(Collectors.joining(".", name.kind().sql().replace(' ', '-') + ".", ""));
    }

    /** A name as a part of an id or of a file's name; what is no letter, digit or underscore becomes {@code -} and two hex digits. */
    public static String encode(String name) {
        var encoded = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            if ((octet >= 'a' && octet <= 'z') || (octet >= '0' && octet <= '9') || octet == '_') {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format("-%02x", octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
