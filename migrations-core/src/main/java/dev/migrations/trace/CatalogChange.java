package dev.migrations.trace;

import dev.migrations.trace.CatalogPicture.RelationRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a statement did, told from two pictures of the catalogue. */
public final class CatalogChange {

    private final CatalogPicture before;
    private final CatalogPicture after;
    private final StandingRelations standing;
    private final List<Effect> effects = new ArrayList<>();
    private final Set<TracedRelation> readThrough = new HashSet<>();

    private CatalogChange(CatalogPicture before, CatalogPicture after, StandingRelations standing) {
        this.before = before;
        this.after = after;
        this.standing = standing;
    }

    /** The effects on relations that were there before the run, by relation. */
    public static List<Effect> effects(
            CatalogPicture before, CatalogPicture after, StandingRelations standing, String command) {
        var change = new CatalogChange(before, after, standing);
        var newFile = command.equals("TRUNCATE") ? Effect.Kind.EMPTIED : Effect.Kind.REWRITTEN;
        change.addFiles(newFile);
        change.addIndexes();
        change.addCounts();
        change.addConstraints();
        change.addColumns();
        return change.effects.stream()
                .sorted(Comparator.comparing(
                                (Effect effect) -> effect.relation().toString())
                        .thenComparing(Effect::kind)
                        .thenComparing(effect -> String.valueOf(effect.object())))
                .toList();
    }

    private void addFiles(Effect.Kind newFile) {
        after.relations().forEach((oid, row) -> {
            if (isTable(row) && hasNewFile(oid)) {
                standing.find(oid).ifPresent(table -> {
                    effects.add(Effect.on(table, newFile));
                    readThrough.add(table);
                });
            }
        });
    }

    private void addIndexes() {
        after.relations().forEach((oid, row) -> {
            if (row.kind() != 'i' || hasNewFile(row.owner())) {
                return;
            }
            var isNew = !before.relations().containsKey(oid);
            if (isNew || hasNewFile(oid)) {
                standing.find(row.owner())
                        .filter(table -> standing.isWhole(row.owner()))
                        .ifPresent(table -> {
                            var kind = isNew ? Effect.Kind.INDEX_BUILT : Effect.Kind.INDEX_REBUILT;
                            effects.add(Effect.on(table, kind, row.name()));
                            readThrough.add(table);
                        });
            }
        });
    }

    private void addCounts() {
        after.relations().forEach((oid, row) -> {
            var old = before.relations().get(oid);
            if (!isTable(row) || old == null) {
                return;
            }
            standing.find(oid).ifPresent(table -> {
                if (row.scans() > old.scans() && !readThrough.contains(table)) {
                    effects.add(Effect.on(table, Effect.Kind.SCANNED));
                }
                if (row.changes() > old.changes()) {
                    effects.add(Effect.rows(table, row.changes() - old.changes()));
                }
            });
        });
    }

    private void addConstraints() {
        after.constraints().forEach((oid, row) -> {
            var old = before.constraints().get(oid);
            if (row.valid() && (old == null || !old.valid())) {
                standing.find(row.relation())
                        .ifPresent(
                                table -> effects.add(Effect.on(table, Effect.Kind.CONSTRAINT_VALIDATED, row.name())));
            }
        });
    }

    private void addColumns() {
        after.columns().forEach((key, row) -> {
            var old = before.columns().get(key);
            standing.find(key.relation()).ifPresent(table -> {
                if (old == null) {
                    effects.add(Effect.on(table, Effect.Kind.COLUMN_ADDED, row.name()));
                } else if (row.notNull() && !old.notNull()) {
                    effects.add(Effect.on(table, Effect.Kind.COLUMN_NOT_NULL, row.name()));
                }
            });
        });
    }

    private boolean hasNewFile(long oid) {
        var now = after.relations().get(oid);
        var old = before.relations().get(oid);
        return now != null && old != null && now.file() != old.file() && old.file() != 0 && now.file() != 0;
    }

    private static boolean isTable(RelationRow row) {
        return row.kind() == 'r' || row.kind() == 'm';
    }
}
