package dev.migrations.script;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of text in which CRLF counts as LF, so that a checkout on Windows changes nothing. */
final class LineEndingDigest {

    private final MessageDigest sha256;
    private boolean carriageReturnWaits;

    LineEndingDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void update(byte[] bytes, int from, int to) {
        if (from >= to) {
            return;
        }
        if (carriageReturnWaits && bytes[from] != '\n') {
            sha256.update((byte) '\r');
        }
        carriageReturnWaits = false;
        var done = from;
        for (var i = from; i < to; i++) {
            if (bytes[i] != '\r') {
                continue;
            }
            if (i + 1 == to) {
                sha256.update(bytes, done, i - done);
                carriageReturnWaits = true;
                return;
            }
            if (bytes[i + 1] == '\n') {
                sha256.update(bytes, done, i - done);
                done = i + 1;
            }
        }
        sha256.update(bytes, done, to - done);
    }

    /** The hex digits; then starts anew. */
    String finish() {
        if (carriageReturnWaits) {
            sha256.update((byte) '\r');
            carriageReturnWaits = false;
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
