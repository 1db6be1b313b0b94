package dev.migrations.testing;

import dev.migrations.MigrationReport;
import dev.migrations.MigrationResult;
import dev.migrations.MigrationResult.Action;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What a test says of a report. */
public final class ReportAssert extends AbstractAssert<ReportAssert, MigrationReport> {

    private ReportAssert(MigrationReport report) {
        super(report, ReportAssert.class);
    }

    /** Begins a sentence about a report. */
    public static ReportAssert assertThat(MigrationReport report) {
        return new ReportAssert(report);
    }

    /** Exactly these versions were applied, in this order, and nothing else of a version was done. */
    public ReportAssert applied(String... versions) {
        return did(Action.APPLIED, versions);
    }

    /** Exactly these versions were rolled back, in this order. */
    public ReportAssert rolledBack(String... versions) {
        return did(Action.ROLLED_BACK, versions);
    }

    /** Exactly these versions had this done to them, in this order. */
    public ReportAssert did(Action action, String... versions) {
        isNotNull();
        Assertions.assertThat(versions(action))
                .as("versions %s in %s", action.words(), actual)
                .containsExactly(versions);
        return this;
    }

    /** Exactly these repeatables ran, in this order. */
    public ReportAssert repeated(String... descriptions) {
        isNotNull();
        Assertions.assertThat(actual.results().stream()
                        .filter(result -> result.action() == Action.REPEATED)
                        .map(MigrationResult::description))
                .containsExactly(descriptions);
        return this;
    }

    /** Nothing at all was done. */
    public ReportAssert didNothing() {
        isNotNull();
        Assertions.assertThat(actual.results()).isEmpty();
        Assertions.assertThat(actual.success()).isTrue();
        return this;
    }

    /** It failed, and nothing that it did before was kept. */
    public ReportAssert didNothingBefore() {
        isNotNull();
        Assertions.assertThat(actual.results()).isEmpty();
        Assertions.assertThat(actual.success()).isFalse();
        return this;
    }

    private List<String> versions(Action action) {
        return actual.results().stream()
                .filter(result -> result.action() == action)
                .map(MigrationResult::version)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }
}
