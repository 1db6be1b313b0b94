package dev.migrations.catalog;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseUnreachableException;
import dev.migrations.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Reads a database time and again, and each time after the first only what has changed since, so that a look costs what
 * the change costs and not what the database does.
 *
 * <ol>
 *   <li>What a table, a view or a composite type is made of is read again where a row of the catalogues that belongs to it
 *       is another one now, and where something that it is built upon is: {@link CatalogMarks}.
 *   <li>What is none of these is few, and is read each time.
 *   <li>A new name shows wherever the old one was written. Where an object has another name than before, all is read.
 * </ol>
 *
 * <p>The snapshot is the one that {@link SchemaReading} would have read.
 */
public final class RepeatedReading implements AutoCloseable {

    /** By how much a schema grows until its questions are planned anew. */
    private static final double GROWN = 1.5;

    private final Connection connection;
    private final Map<CatalogQuery, List<CatalogRow>> answers = new LinkedHashMap<>();
    private @Nullable CatalogMarks marks;
    private int plannedFor;

    private RepeatedReading(Connection connection) {
        this.connection = connection;
    }

    /**
     * Keeps one connection until it is closed.
     *
     * @throws DatabaseUnreachableException if there is no connection
     */
    public static RepeatedReading of(ConnectionSource source) {
        try {
            var connection = source.connect();
            // planning takes longer than asking: once is enough
            connection.unwrap(PGConnection.class).setPrepareThreshold(1);
            SchemaReading.execute(connection, "set plan_cache_mode = force_generic_plan");
            // the path of a reading, to the letter: PostgreSQL 18 tells the driver of any other, and it forgets its
            // plans
            SchemaReading.execute(connection, "select set_config('search_path', '', false)");
            return new RepeatedReading(connection);
        } catch (SQLException e) {
            throw DatabaseUnreachableException.of(e);
        }
    }

    /**
     * The whole database as it is now, but for the system's own schemas.
     *
     * @throws DatabaseUnreachableException if the connection breaks
     * @throws UnsteadySchemaException      if others drop what is being read, time and again
     */
    public SchemaSnapshot read() {
        try {
            return SchemaReading.inOnePiece(connection, this::readWithin);
        } catch (SQLException e) {
            throw DatabaseUnreachableException.of(e);
        }
    }

    /** What the open transaction sees. */
    SchemaSnapshot readWithin(Connection transaction) throws SQLException {
        var last = marks;
        marks = null; // whatever fails from here on, the next reading begins anew
        SchemaReading.execute(transaction, SchemaReading.WRITE_THE_SAME_FOR_EVERYONE);
        if (last != null) {
            planFor(transaction, last.size());
        }
        var now = CatalogMarks.read(transaction);
        if (last == null || now.isRenamedSince(last)) {
            readAll(transaction);
            now = now.withNames(RelationNames.read(transaction, AskedRelations.ALL));
        } else {
            now = readChanged(transaction, last, now);
        }
        marks = now;
        return SchemaReading.snapshot(
                transaction, answers.values().stream().flatMap(List::stream).toList());
    }

    /** What is quickest for a few tables takes for ever for many, and nobody analyzes the catalogues meanwhile. */
    private void planFor(Connection transaction, int size) throws SQLException {
        if (size > GROWN * plannedFor) {
            SchemaReading.execute(transaction, "discard plans");
            plannedFor = size;
        }
    }

    private void readAll(Connection transaction) throws SQLException {
        for (var query : SchemaReading.QUERIES) {
            answers.put(query, query.rows(transaction, AskedRelations.ALL));
        }
    }

    private CatalogMarks readChanged(Connection transaction, CatalogMarks last, CatalogMarks now) throws SQLException {
        var changed = now.changedSince(last);
        var names = RelationNames.read(transaction, new AskedRelations(changed));
        if (names.isRenamedSince(last.names())) {
            readAll(transaction);
            return now.withNames(RelationNames.read(transaction, AskedRelations.ALL));
        }
        var gone = last.goneIn(now);
        var again = new HashSet<>(changed);
        again.addAll(CatalogMarks.builtUpon(transaction, changed));
        var all = last.names().without(gone).with(names);
        again.retainAll(all.relations().keySet()); // and not what a session has for a while
        var stale = new HashSet<RelationNames.Whole>();
        gone.forEach(oid -> stale.add(last.names().whole(oid)));
        again.forEach(oid -> stale.add(all.whole(oid)));
        for (var query : SchemaReading.QUERIES) {
            answers.put(
                    query,
                    query.asksRelations()
                            ? refreshed(query, transaction, stale, again)
                            : query.rows(transaction, AskedRelations.ALL));
        }
        return now.withNames(all);
    }

    private List<CatalogRow> refreshed(
            CatalogQuery query, Connection transaction, Set<RelationNames.Whole> stale, Set<Long> again)
            throws SQLException {
        var rows = new ArrayList<>(answers.getOrDefault(query, List.of()));
        if (!stale.isEmpty()) {
            rows.removeIf(row -> stale.contains(RelationNames.Whole.of(row.name())));
        }
        if (!again.isEmpty()) {
            rows.addAll(query.rows(transaction, new AskedRelations(again)));
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DatabaseUnreachableException.of(e);
        }
    }
}
