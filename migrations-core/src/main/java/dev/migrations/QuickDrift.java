package dev.migrations;

import dev.migrations.QuickDriftReport.Result;
import dev.migrations.catalog.CatalogDigest;
import dev.migrations.database.ConnectionSource;
import dev.migrations.database.FingerprintTable;
import dev.migrations.database.KeptFingerprint;
import dev.migrations.database.Session;
import dev.migrations.drift.NamePattern;
import dev.migrations.migration.MigrationFolder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a database against the fingerprint of its latest run.
 *
 * <p>Several folders may run on one database, and each keeps a fingerprint of all of it: the youngest counts, and none does
 * while one of the folders has run without keeping one. What a run does meanwhile is no drift.
 */
final class QuickDrift {

    private final MigrationFolder folder;
    private final String database;
    private final ConnectionSource source;

    QuickDrift(MigrationFolder folder, String database, ConnectionSource source) {
        this.folder = folder;
        this.database = database;
        this.source = source;
    }

    QuickDriftReport look() {
        try (var session = Session.open(source, folder.settings().schemaTable())) {
            var kept = load(session);
            while (true) {
                var report = compare(session, kept);
                if (report.result() == Result.UNCHANGED) {
                    return report;
                }
                if (kept.stream().anyMatch(one -> one.table().isRunning())) {
                    return unknown(Result.RUNNING, report.since());
                }
                var later = load(session);
                if (fingerprints(later).equals(fingerprints(kept))) {
                    return report;
                }
                kept = later; // a run has ended meanwhile
            }
        }
    }

    void keep() {
        try (var session = Session.open(source, folder.settings().schemaTable())) {
            FingerprintTable.own(session)
                    .keep(
                            CatalogDigest.of(session.serverVersion()),
                            folder.settings().drift().ignored());
        }
    }

    private static List<Kept> load(Session session) {
        return FingerprintTable.all(session).stream()
                .map(table -> new Kept(table, table.load()))
                .toList();
    }

    private QuickDriftReport compare(Session session, List<Kept> all) {
        return all.stream()
                .max(Comparator.comparing(Kept::takenAt))
                .map(youngest -> compare(session, youngest, all))
                .orElseGet(() -> unknown(Result.NONE_KEPT, null));
    }

    private QuickDriftReport compare(Session session, Kept youngest, List<Kept> all) {
        var fingerprint = youngest.kept().fingerprint();
        var query = CatalogDigest.of(session.serverVersion());
        var ignored = folder.settings().drift().ignored();
        if (all.stream().anyMatch(one -> one.kept().isEmpty())) {
            return unknown(Result.NONE_KEPT, null);
        }
        if (!all.stream().allMatch(one -> one.kept().latest())) {
            return unknown(Result.OUTDATED, youngest.takenAt());
        }
        if (!fingerprint.method().equals(query.method())) {
            return unknown(Result.OTHER_METHOD, youngest.takenAt());
        }
        if (!fingerprint.ignored().equals(NamePattern.regexOf(ignored))) {
            return unknown(Result.OTHER_IGNORED, youngest.takenAt());
        }
        var changes = fingerprint.changes(youngest.table().now(query, ignored));
        var result = changes.isEmpty() ? Result.UNCHANGED : Result.CHANGED;
        return new QuickDriftReport(folder.name(), database, result, youngest.takenAt(), changes);
    }

    private static List<KeptFingerprint> fingerprints(List<Kept> kept) {
        return kept.stream().map(Kept::kept).toList();
    }

    private QuickDriftReport unknown(Result result, @Nullable Instant since) {
        return new QuickDriftReport(folder.name(), database, result, since, List.of());
    }

    private record Kept(FingerprintTable table, KeptFingerprint kept) {

        Instant takenAt() {
            return kept.fingerprint().takenAt();
        }
    }
}
