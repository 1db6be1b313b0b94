package dev.migrations.migration;

import dev.migrations.drift.NamePattern;
import java.util.List;

/**
 * What a folder's {@code migration.yaml} says of changes by hand.
 *
 * @param ignored     {@code drift-ignore}: objects that migrations are not held to
 * @param fingerprint {@code fingerprint}: whether each run keeps what {@code drift --quick} compares with
 */
public record DriftSettings(List<NamePattern> ignored, boolean fingerprint) {

    /** Everything counts, and each run keeps a fingerprint. */
    public static final DriftSettings DEFAULT = new DriftSettings(List.of(), true);

    public DriftSettings {
        ignored = List.copyOf(ignored);
    }
}
