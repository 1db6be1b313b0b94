package dev.migrations.spring.actuate;

import dev.migrations.rule.Finding;
import java.util.Locale;

/**
 * What a lint rule has against a pending script, without the literals that its statement may hold.
 *
 * @param rule     its code
 * @param severity error, warning or info
 * @param line     from 1
 * @param column   from 1, in characters
 * @param message  what is so
 */
public record FindingBody(String rule, String severity, int line, int column, String message) {

    static FindingBody of(Finding finding) {
        return new FindingBody(
                finding.rule(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.location().line(),
                finding.location().column(),
                finding.message().replaceAll("'[^']*'", "'…'"));
    }
}
