package dev.migrations;

import dev.migrations.drift.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a database is what the latest run has left, as far as its fingerprint says.
 *
 * @param folder   the folder's name
 * @param database as the caller knows it
 * @param result   yes, no, or nobody knows
 * @param since    when the fingerprint was kept; null if there is none
 * @param changes  roughly what is different; empty unless it has changed
 */
public record QuickDriftReport(
        String folder,
        String database,
        Result result,
        @Nullable Instant since,
        List<Fingerprint.Change> changes) {

    public QuickDriftReport {
        changes = List.copyOf(changes);
    }

    /** What a fingerprint says. */
    public enum Result {
        /** All is as the latest run has left it. */
        UNCHANGED("nothing has changed"),
        /** Something is not. */
        CHANGED("something has changed"),
        /** There is nothing to compare with. */
        NONE_KEPT("no run has kept a fingerprint"),
        /** A run of an older release, one that failed, or one without the right to keep a fingerprint came after it. */
        OUTDATED("a run that kept no fingerprint came later"),
        /** Another release of this library has computed it, or another major version of the server. */
        OTHER_METHOD("the fingerprint is of another release, or of another version of the server"),
        /** Somebody changes it just now, with right. */
        RUNNING("a run is under way"),
        /** It leaves out other objects. */
        OTHER_IGNORED("drift-ignore was another one then");

        private final String words;

        Result(String words) {
            this.words = words;
        }

        /** Whether the question has an answer. */
        public boolean isKnown() {
            return this == UNCHANGED || this == CHANGED;
        }

        /** In a few words. */
        public String words() {
            return words;
        }

        /** Such as {@code other-method}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
