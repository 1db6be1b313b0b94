package dev.migrations.spring.actuate;

import dev.migrations.drift.Fingerprint;
import dev.migrations.spring.DriftLook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the latest look for drift has found.
 *
 * @param result   such as {@code unchanged}
 * @param since    when the latest run kept its fingerprint
 * @param lookedAt when that was
 * @param changes  roughly what is different
 */
public record DriftBody(String result, Optional<Instant> since, Instant lookedAt, List<Change> changes) {

    /** Objects of one kind in one schema; where their number is the same, something about them is not. */
    public record Change(String kind, String schema, int from, int to) {

        static Change of(Fingerprint.Change change) {
            return new Change(change.kind(), change.schema(), change.from(), change.to());
        }
    }

    static DriftBody of(DriftLook look) {
        var report = look.report();
        return new DriftBody(
                report.result().toString(),
                Optional.ofNullable(report.since()),
                look.at(),
                report.changes().stream().map(Change::of).toList());
    }
}
