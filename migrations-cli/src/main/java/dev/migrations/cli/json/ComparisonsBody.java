package dev.migrations.cli.json;

import dev.migrations.cli.output.DdlChoice;
import dev.migrations.cli.output.SnapshotComparison;
import dev.migrations.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Databases held against their files.
 *
 * @param error     of the first one that differs; else left out
 * @param databases by name
 */
record ComparisonsBody(@Nullable Reason error, Map<String, SnapshotBody.ComparisonBody> databases) {

    static ComparisonsBody of(List<SnapshotComparison> comparisons, DdlChoice ddl) {
        var databases = new LinkedHashMap<String, SnapshotBody.ComparisonBody>();
        comparisons.forEach(
                comparison -> databases.put(comparison.database(), SnapshotBody.ComparisonBody.of(comparison, ddl)));
        var error = comparisons.stream()
                .filter(comparison -> !comparison.isEqual())
                .findFirst()
                .map(comparison -> Reason.of(differing(comparison)))
                .orElse(null);
        return new ComparisonsBody(error, databases);
    }

    private static Problem differing(SnapshotComparison comparison) {
        return Problem.of(
                "snapshot-differs",
                comparison.database() + " is not as " + comparison.file() + " says.",
                "where it is as it should be, write the file anew: `migrations snapshot --output " + comparison.file()
                        + "`.");
    }
}
