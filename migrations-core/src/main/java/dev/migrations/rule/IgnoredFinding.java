package dev.migrations.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a rule has against a statement, and a script tells the linter to ignore.
 *
 * @param finding what it has
 * @param reason  what follows {@code because}; null where nobody gave one
 */
public record IgnoredFinding(Finding finding, @Nullable String reason) {

    /** Which rule, and why it is ignored. */
    public String sentence() {
        return finding.rule() + " is ignored" + (reason == null ? ", and nobody says why" : " because " + reason);
    }
}
