package dev.migrations.cli.output;

import dev.migrations.rule.Finding;
import java.util.Locale;

/**
 * A finding, and the file that it is in.
 *
 * @param file    as a path from where the command was typed, with slashes, if the file is below
 * @param finding what one rule has against one statement
 */
public record PlacedFinding(String file, Finding finding) {

    /** {@code error}, {@code warning} or {@code info}. */
    public String severity() {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    /** From 1. */
    public int line() {
        return finding.location().line();
    }

    /** From 1, in characters. */
    public int column() {
        return finding.location().column();
    }
}
