package dev.migrations.history;

import org.jspecify.annotations.Nullable;

/**
 * One thing that another tool's history says.
 *
 * @param name        as that tool shows it: {@code V1_2__add_email.sql}, {@code 20240101120000}
 * @param claim       what it says about it
 * @param version     digits, or digits with dots between them; empty where it has no number
 * @param description in the words of its file or its row; empty where it has none
 * @param checksum    of its file, by that tool's own rule; null where that is not kept
 * @param stamp       when it was applied; null where that is not kept
 */
public record ForeignMigration(
        String name,
        Claim claim,
        String version,
        String description,
        @Nullable Integer checksum,
        @Nullable AppliedElsewhere stamp) {

    /** A row that says no more than a version and, perhaps, when. */
    public static ForeignMigration of(String version, Claim claim, @Nullable AppliedElsewhere stamp) {
        return new ForeignMigration("version " + version, claim, version, "", null, stamp);
    }

    /** What a history may say. */
    public enum Claim {
        /** This one is applied. */
        APPLIED,
        /** This one and everything below it are applied. */
        REACHED,
        /** This one and everything below it were declared to be there. */
        BASELINE,
        /** This one, which has no version, has run. */
        REPEATED,
        /** This one has begun and not ended well. */
        FAILED
    }

    /** Whether its number is one that a file here could have. */
    public boolean isNumbered() {
        return version.matches("0*[1-9][0-9]{0,17}");
    }

    /** Whether its number has more than one part. */
    public boolean isDotted() {
        return version.contains(".");
    }
}
