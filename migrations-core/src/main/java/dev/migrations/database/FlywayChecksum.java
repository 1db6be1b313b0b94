package dev.migrations.database;

import dev.migrations.script.SqlScript;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Flyway's checksum of a script: CRC-32 over its lines without their endings, without a byte order mark. */
final class FlywayChecksum {

    private FlywayChecksum() {}

    /** Whether the script still is what Flyway has run. */
    static boolean isOf(SqlScript script, @Nullable Integer checksum) {
        return checksum != null && checksum == of(script.text());
    }

    private static int of(String text) {
        var crc = new CRC32();
        var withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        withoutMark.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }
}
