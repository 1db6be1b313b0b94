package dev.migrations.database;

import dev.migrations.script.QualifiedName;
import dev.migrations.script.StandAlone;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and removes what a statement that stood alone left when it was interrupted. */
final class Healing {

    private static final Logger log = LoggerFactory.getLogger(Healing.class);

    /** An index that somebody builds just now is invalid as well, and none of our business. */
    private static final String SELECT_INDEXES = """
            select n.nspname, c.relname, i.indisvalid
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where i.indrelid = to_regclass(?) and c.relname = ? and c.relkind = 'i'
              and not exists (
                  select from pg_catalog.pg_stat_progress_create_index p
                  where p.datname = current_database() and p.index_relid = c.oid and p.pid <> pg_backend_pid())""";

    private static final String SELECT_INVALID = """
            select n.nspname, c.relname, i.indisvalid
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where i.indrelid = to_regclass(?) and not i.indisvalid and c.relkind = ?::"char"
              and not exists (
                  select from pg_catalog.pg_stat_progress_create_index p
                  where p.index_relid = c.oid and p.datname = current_database())""";

    /** {@code REINDEX CONCURRENTLY} builds a copy whose name ends so, and may leave it (PostgreSQL manual, REINDEX). */
    private static final String SELECT_REINDEX_LEFTOVERS = """
            select n.nspname, c.relname, i.indisvalid
            from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$'
              and i.indrelid in (
                  to_regclass(?), (select x.indrelid from pg_catalog.pg_index x where x.indexrelid = to_regclass(?)))""";

    private static final String SELECT_DETACH = """
            select h.inhdetachpending
            from pg_catalog.pg_inherits h
            where h.inhparent = to_regclass(?) and h.inhrelid = to_regclass(?)""";

    private static final String STOP_IF_INVALID = """
            \\if :migrations_invalid
            do $$ begin raise exception 'the index is there but invalid'; end $$;
            \\endif""";

    private final Session session;

    Healing(Session session) {
        this.session = session;
    }

    /** Drops the index if it is there and invalid; says whether it is there and valid. */
    boolean dropInvalid(StandAlone.CreateIndex create) throws SQLException {
        var found = indexes(create);
        for (var index : found) {
            if (!index.valid()) {
                drop(index.name());
            }
        }
        return found.stream().anyMatch(Index::valid);
    }

    /** An index of this statement that is invalid although the statement succeeded. */
    Optional<QualifiedName> findInvalid(StandAlone.CreateIndex create) throws SQLException {
        return indexes(create).stream()
                .filter(index -> !index.valid())
                .map(Index::name)
                .findFirst();
    }

    /** The invalid indexes of the table where this statement leaves it to the server to name the index. */
    List<QualifiedName> findUnnamed(StandAlone operation) throws SQLException {
        if (!(operation instanceof StandAlone.CreateIndex create) || create.index() != null) {
            return List.of();
        }
        return select(SELECT_INVALID, create.table().quoted(), "i").stream()
                .map(Index::name)
                .toList();
    }

    /** Drops what such a statement has left, knowing what was there before. */
    void dropUnnamed(StandAlone operation, List<QualifiedName> before) throws SQLException {
        for (var index : findUnnamed(operation)) {
            if (!before.contains(index)) {
                drop(index);
            }
        }
    }

    /** Drops the copies that an interrupted rebuild left. */
    void dropLeftOvers(StandAlone.Reindex reindex) throws SQLException {
        var name = reindex.name();
        if (name == null) {
            return;
        }
        for (var index : select(SELECT_REINDEX_LEFTOVERS, name.quoted(), name.quoted())) {
            drop(index.name());
        }
    }

    /**
     * Finishes a detach that is pending; says whether the partition is detached.
     *
     * @param wasSent whether it may be so because an interrupted run has detached it
     */
    boolean finishDetach(StandAlone.DetachPartition detach, boolean wasSent) throws SQLException {
        try (var statement = session.connection().prepareStatement(SELECT_DETACH)) {
            statement.setString(1, detach.table().quoted());
            statement.setString(2, detach.partition().quoted());
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return wasSent;
                }
                if (!rows.getBoolean(1)) {
                    return false;
                }
            }
        }
        execute("alter table " + detach.table().quoted() + " detach partition "
                + detach.partition().quoted() + " finalize");
        return true;
    }

    /** What is dropped before a statement is run, for psql, which runs each row that the query returns. */
    static void listBefore(StandAlone operation, PsqlText out) {
        findLeftBehind(operation)
                .ifPresent(
                        query -> out.line("select format('drop index concurrently if exists %I.%I', nspname, relname)\n"
                                + "from (" + query + ") as found\nwhere not indisvalid \\gexec"));
    }

    /** The same as {@link #findInvalid} for psql, which stops there. */
    static void listAfter(StandAlone operation, PsqlText out) {
        if (operation instanceof StandAlone.CreateIndex) {
            findLeftBehind(operation)
                    .ifPresent(query -> out.line("select count(*) > 0 as migrations_invalid\nfrom (" + query
                            + ") as found\nwhere not indisvalid \\gset\n" + STOP_IF_INVALID));
        }
    }

    private static Optional<String> findLeftBehind(StandAlone operation) {
        var pipeline = new Pipeline();
        if (operation instanceof StandAlone.CreateIndex create && create.index() != null) {
            pipeline.add(SELECT_INDEXES, create.table().quoted(), create.index().name());
        } else if (operation instanceof StandAlone.Reindex reindex && reindex.name() != null) {
            pipeline.add(
                    SELECT_REINDEX_LEFTOVERS,
                    reindex.name().quoted(),
                    reindex.name().quoted());
        }
        return pipeline.rendered().stream().findFirst();
    }

    private List<Index> indexes(StandAlone.CreateIndex create) throws SQLException {
        var name = create.index();
        return name == null ? List.of() : select(SELECT_INDEXES, create.table().quoted(), name.name());
    }

    private List<Index> select(String sql, String first, String second) throws SQLException {
        try (var statement = session.connection().prepareStatement(sql)) {
            statement.setString(1, first);
            statement.setString(2, second);
            var found = new ArrayList<Index>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Index(
                            new QualifiedName(rows.getString("nspname"), rows.getString("relname")),
                            rows.getBoolean("indisvalid")));
                }
            }
            return found;
        }
    }

    private void drop(QualifiedName index) throws SQLException {
        log.warn(
                "Dropping the invalid index {}, which a concurrent build left when it was interrupted", index.quoted());
        execute("drop index concurrently if exists " + index.quoted());
    }

    private void execute(String sql) throws SQLException {
        try (var statement = session.connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private record Index(QualifiedName name, boolean valid) {}
}
