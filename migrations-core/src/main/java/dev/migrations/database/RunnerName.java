package dev.migrations.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What identifies the runners of one history table to each other: the key of their lock, and the
 * {@code application_name} of their sessions, by which one can see what another does.
 *
 * @param key the advisory lock's, within the database
 */
record RunnerName(long key) {

    /** {@code application_name} is cut at 63 bytes (NAMEDATALEN). */
    private static final int MAX_LENGTH = 63;

    static RunnerName of(TableName table) {
        return new RunnerName(
                ByteBuffer.wrap(digest("migrations " + table.quoted())).getLong());
    }

    /** The name of a session that runs this script. */
    String working(String script) {
        return cut(workingPrefix() + script);
    }

    /** What the names of all working sessions start with. */
    String workingPrefix() {
        return "migrations " + HexFormat.of().toHexDigits(key).substring(0, 8) + " ";
    }

    /** The name of a session that runs a backfill, which whoever holds the lock must not take for an orphan of a runner. */
    static String ofBackfill(String script) {
        return cut("migrations backfill " + script);
    }

    /** The name of a session that holds, or waits for, the lock. */
    String waiting() {
        return cut("migrations lock, process " + ProcessHandle.current().pid());
    }

    /** The lock key's upper half, as {@code pg_locks.classid} shows it. */
    long classId() {
        return key >>> 32;
    }

    /** The lock key's lower half, as {@code pg_locks.objid} shows it. */
    long objectId() {
        return key & 0xFFFF_FFFFL;
    }

    private static String cut(String name) {
        // other than ASCII, the server would show as question marks
        var ascii = name.replaceAll("[^ -~]", "_");
        return ascii.length() <= MAX_LENGTH ? ascii : ascii.substring(0, MAX_LENGTH);
    }

    /** SHA-256 of a name in UTF-8. */
    static byte[] digest(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
