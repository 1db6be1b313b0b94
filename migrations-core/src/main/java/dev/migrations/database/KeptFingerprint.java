package dev.migrations.database;

import dev.migrations.drift.Fingerprint;

/**
 * A fingerprint that a run has kept.
 *
 * @param fingerprint what the database was made of
 * @param latest      whether no run of that folder came after it
 */
public record KeptFingerprint(Fingerprint fingerprint, boolean latest) {

    /** Whether no run has kept one. */
    public boolean isEmpty() {
        return fingerprint.parts().isEmpty();
    }
}
