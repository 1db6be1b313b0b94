package dev.migrations.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.BaseConnection;

/** What a database holds beside what every new one does; and how to be rid of it. */
public final class DatabaseContents implements AutoCloseable {

    /** What belongs to an extension goes with it; what belongs to a table goes with the table. */
    private static final String SELECT_OBJECTS = """
            select 'schema ' || n.nspname, format('drop schema if exists %I cascade', n.nspname)
            from pg_catalog.pg_namespace n
            where n.nspname not in ('public', 'information_schema') and n.nspname !~ '^pg_'
              and not exists (
                  select from pg_catalog.pg_depend d
                  where d.classid = 'pg_catalog.pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
            union all
            select kind || ' ' || c.relname, format('drop %s if exists public.%I cascade', kind, c.relname)
            from pg_catalog.pg_class c
            cross join lateral (select case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
                    when 'S' then 'sequence' when 'f' then 'foreign table' when 'c' then 'type' else 'table' end) k (kind)
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c')
              and not exists (
                  select from pg_catalog.pg_depend d
                  where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid
                    and (d.deptype in ('e', 'a') or (d.deptype = 'i' and c.relkind <> 'c')))
            union all
            select 'routine ' || p.proname, format('drop routine if exists %s cascade', p.oid::regprocedure)
            from pg_catalog.pg_proc p
            where p.pronamespace = 'public'::regnamespace
              and not exists (
                  select from pg_catalog.pg_depend d
                  where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype in ('e', 'i'))
            union all
            select 'type ' || t.typname, format('drop type if exists public.%I cascade', t.typname)
            from pg_catalog.pg_type t
            where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd', 'r')
              and not exists (
                  select from pg_catalog.pg_depend d
                  where d.classid = 'pg_catalog.pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')""";

    private static final String SELECT_EXTENSIONS = """
            select extname
            from pg_catalog.pg_extension
            where extname <> 'plpgsql'
            order by extname""";

    private static final String SELECT_AVAILABLE = "select name from pg_catalog.pg_available_extensions";

    private final Connection connection;

    private DatabaseContents(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @throws DatabaseUnreachableException if there is no connection
     */
    public static DatabaseContents open(ConnectionSource source) {
        try {
            var connection = source.connect();
            connection.unwrap(BaseConnection.class).setPrepareThreshold(0);
            return new DatabaseContents(connection);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    /** The extensions that are installed in it, without the one that every database has. */
    public List<String> extensions() {
        return ask(SELECT_EXTENSIONS, 1);
    }

    /** The extensions that its server could install. */
    public List<String> availableExtensions() {
        return ask(SELECT_AVAILABLE, 1);
    }

    /** Schemas, and what is in {@code public}, such as {@code table users}; extensions do not count. */
    public List<String> objects() {
        return ask(SELECT_OBJECTS, 1);
    }

    /**
     * Drops all of it.
     *
     * @param extensions that are to stay
     * @throws DatabaseUnreachableException if the role may not
     */
    public void drop(List<String> extensions) {
        ask(SELECT_OBJECTS, 2).forEach(this::execute);
        extensions().stream()
                .filter(extension -> !extensions.contains(extension))
                .forEach(extension -> execute("drop extension if exists " + TableName.quote(extension) + " cascade"));
    }

    private void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    private List<String> ask(String sql, int column) {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(column));
            }
            return values;
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(PostgresError.of(e), e);
        }
    }

    @Override
    public void close() {
        Session.closeQuietly(connection);
    }
}
