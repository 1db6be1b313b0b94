package dev.migrations.docs.reference;

import dev.migrations.schema.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The id of an object's place on a page: the same for the same name, and for no other. */
public final class Anchor {

    private Anchor() {}

    /** Such as {@code table.public.orders}. */
    public static String of(ObjectName name) {
        return Stream.of(name.schema(), name.relation(), name.name())
                .filter(part -> !part.isEmpty())
                .map(Anchor::encode)
                .collect(Collectors.joining(".", name.kind().sql().replace(' ', '-') + ".", ""));
    }

    /**
     * A name as a part of an id or as a file's name, on systems without a difference between capitals and small letters, too:
     * what is no small letter, digit, dash or underscore becomes {@code =} and two hex digits.
     */
    public static String encode(String name) {
        var encoded = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            var isPlain =
                    (octet >= 'a' && octet <= 'z') || (octet >= '0' && octet <= '9') || octet == '_' || octet == '-';
            encoded.append(isPlain ? String.valueOf((char) octet) : String.format("=%02x", octet & 0xff));
        }
        return encoded.toString();
    }
}
