package dev.migrations.docs.origin;

import org.jspecify.annotations.Nullable;

/**
 * Which script made an object, and which one was the last to change it.
 *
 * @param made    the script's name; null where it is not known
 * @param changed the script's name; null where none did after the one that made it
 */
public record Origin(@Nullable String made, @Nullable String changed) {

    /** By one script, which nothing is known of from before. */
    static Origin madeBy(String script) {
        return new Origin(script, null);
    }

    /** A further script has changed it; the one that made it may do so as well. */
    static Origin changedBy(@Nullable Origin before, String script) {
        if (before == null) {
            return new Origin(null, script);
        }
        return script.equals(before.made) ? before : new Origin(before.made, script);
    }

    /** In a few words, such as {@code 001_create_users.up.sql, last changed by 004_add_email.up.sql}. */
    public String sentence() {
        if (made == null) {
            return "last changed by " + changed;
        }
        return changed == null ? made : made + ", last changed by " + changed;
    }
}
