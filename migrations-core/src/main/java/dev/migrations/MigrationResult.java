package dev.migrations;

import dev.migrations.database.SegmentResult;
import dev.migrations.migration.MigrationVersion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step that was done.
 *
 * @param action      what was done
 * @param version     of the migration; null for a repeatable
 * @param description from the file's name
 * @param script      the file that was executed, or that the row is about
 * @param duration    by this machine's clock
 * @param segments    that ran; empty where nothing but the history changed
 */
public record MigrationResult(
        Action action,
        @Nullable MigrationVersion version,
        String description,
        String script,
        Duration duration,
        List<SegmentResult> segments) {

    public MigrationResult {
        segments = List.copyOf(segments);
    }

    /** What was done. */
    public enum Action {
        /** An up script ran. */
        APPLIED("applied"),
        /** The rest of an interrupted up script ran. */
        RESUMED("resumed and applied"),
        /** A repeatable script ran. */
        REPEATED("repeated"),
        /** A down script ran. */
        ROLLED_BACK("rolled back"),
        /** A row was written; nothing ran. */
        DECLARED("declared"),
        /** A row was deleted; nothing ran. */
        FORGOTTEN("forgotten");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        /** For a sentence. */
        public String words() {
            return words;
        }

        /** Whether a file was executed. */
        public boolean isExecution() {
            return this != DECLARED && this != FORGOTTEN;
        }
    }
}
