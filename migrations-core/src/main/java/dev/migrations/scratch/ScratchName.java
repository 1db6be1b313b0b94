package dev.migrations.scratch;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Makes up names of databases. */
final class ScratchName {

    /** What all of them start with; only a database of such a name is ever dropped. */
    static final String PREFIX = "migrations_scratch_";

    /** A name is cut at 63 bytes (NAMEDATALEN). */
    private static final int MAX_LENGTH = 63;

    private static final int RANDOM_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ScratchName() {}

    /** One that nobody has, for a purpose, beside a database. */
    static String of(String purpose, String target) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        var end = "_" + HexFormat.of().formatHex(random);
        var words = PREFIX + purpose + "_" + target.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        return words.substring(0, Math.min(words.length(), MAX_LENGTH - end.length())) + end;
    }
}
