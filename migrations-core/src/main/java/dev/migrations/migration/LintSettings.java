package dev.migrations.migration;

import dev.migrations.rule.ServerVersion;
import dev.migrations.rule.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a folder's {@code migration.yaml} says under {@code lint}.
 *
 * @param severities by rule code, where they are not the rule's own
 * @param startAfter {@code start-after}: versions up to this one were written before anybody linted; null to judge all
 * @param server     {@code pg-version}: which PostgreSQL the scripts are meant for; null where nobody says
 */
public record LintSettings(
        Map<String, Severity> severities,
        @Nullable MigrationVersion startAfter,
        @Nullable ServerVersion server) {

    /** Every rule weighs what it weighs, for all versions and the oldest server. */
    public static final LintSettings DEFAULT = new LintSettings(Map.of(), null, null);

    public LintSettings {
        severities = Map.copyOf(severities);
    }
}
