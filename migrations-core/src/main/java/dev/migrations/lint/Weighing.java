package dev.migrations.lint;

import dev.migrations.rule.Finding;
import dev.migrations.rule.KnownSchema;
import dev.migrations.rule.LintRule;
import dev.migrations.rule.LintRules;
import dev.migrations.rule.LockClaim;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.rule.Severity;
import java.util.List;
import java.util.Map;

/**
 * How much a finding weighs: as the folder says, else as the size of its table says, else as its rule says. What size says about danger: reading or writing a small table takes no time that anybody notices, and a large one takes
 * minutes.
 */
final class Weighing {

    /** A scan of these takes some milliseconds on any machine. */
    private static final long SMALL_ROWS = 10_000;

    private static final long SMALL_BYTES = 16L << 20;
    private static final long LARGE_ROWS = 1_000_000;

    private final Map<String, Severity> severities;

    Weighing(Map<String, Severity> severities) {
        this.severities = severities;
    }

    /** Those that are not off. */
    List<LintRule> rules() {
        return LintRules.all().stream()
                .filter(rule -> severities.getOrDefault(rule.code(), rule.severity()) != Severity.OFF)
                .toList();
    }

    Finding weigh(Finding finding, KnownSchema schema) {
        var told = severities.get(finding.rule());
        return told == null ? bySize(finding, schema) : finding.weighing(told);
    }

    private static Finding bySize(Finding finding, KnownSchema schema) {
        var sizes = finding.claims().stream()
                .filter(claim -> claim.cost() != Cost.INSTANT)
                .map(LockClaim::relation)
                .flatMap(relation -> schema.findSize(relation).stream())
                .toList();
        if (sizes.isEmpty()) {
            return finding;
        }
        if (sizes.stream().allMatch(size -> size.rows() <= SMALL_ROWS && size.bytes() <= SMALL_BYTES)) {
            return finding.weighing(Severity.INFO);
        }
        return sizes.stream().anyMatch(size -> size.rows() >= LARGE_ROWS) ? finding.weighing(Severity.ERROR) : finding;
    }
}
