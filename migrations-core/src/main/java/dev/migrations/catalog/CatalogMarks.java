package dev.migrations.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * By what one sees whether the catalogues have changed, without reading what they say.
 *
 * @param versions of each table, view and composite type by OID: how many rows of the catalogues belong to it, how young the
 *                 youngest is ({@code xmin}, counted from the oldest transaction there can be), and a hash of where they stand
 *                 ({@code ctid}); a change writes a row anew
 * @param objects  what everything else is called that the text of a relation may mention, by kind and OID
 * @param names    what the relations are called
 */
record CatalogMarks(Map<Long, String> versions, Map<String, String> objects, RelationNames names) {

    private static final String VERSIONS = """
            , user_relation as (
                select c.oid, c.reltoastrelid
                from pg_catalog.pg_class c
                where c.oid >= 16384 and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
                  and c.relnamespace in (select n.oid from user_schema n)),
            belongs as (
                select r.oid, r.oid as relation from user_relation r
                union all
                select r.reltoastrelid, r.oid from user_relation r where r.reltoastrelid <> 0
                union all
                select x.indexrelid, r.oid from pg_catalog.pg_index x join user_relation r on r.oid = x.indrelid
                union all
                select s.seqrelid, r.oid from identity_sequence s join user_relation r on r.oid = s.attrelid),
            row_version as (
                select x.oid, x.xmin, x.ctid from pg_catalog.pg_class x where x.oid >= 16384
                union all
                select x.attrelid, x.xmin, x.ctid from pg_catalog.pg_attribute x where x.attrelid >= 16384 and x.attnum > 0
                union all
                select x.adrelid, x.xmin, x.ctid from pg_catalog.pg_attrdef x
                union all
                select x.indrelid, x.xmin, x.ctid from pg_catalog.pg_index x where x.indexrelid >= 16384
                union all
                select x.inhrelid, x.xmin, x.ctid from pg_catalog.pg_inherits x
                union all
                select x.conrelid, x.xmin, x.ctid from pg_catalog.pg_constraint x where x.conrelid <> 0
                union all
                select x.tgrelid, x.xmin, x.ctid from pg_catalog.pg_trigger x
                union all
                select x.ev_class, x.xmin, x.ctid from pg_catalog.pg_rewrite x where x.ev_class >= 16384
                union all
                select x.polrelid, x.xmin, x.ctid from pg_catalog.pg_policy x
                union all
                select x.ftrelid, x.xmin, x.ctid from pg_catalog.pg_foreign_table x
                union all
                select x.seqrelid, x.xmin, x.ctid from pg_catalog.pg_sequence x
                union all
                select coalesce(c.oid, o.conrelid, t.tgrelid, r.ev_class, p.polrelid), x.xmin, x.ctid
                from pg_catalog.pg_description x
                left join pg_catalog.pg_class c on x.classoid = 'pg_catalog.pg_class'::regclass and c.oid = x.objoid
                left join pg_catalog.pg_constraint o
                       on x.classoid = 'pg_catalog.pg_constraint'::regclass and o.oid = x.objoid
                left join pg_catalog.pg_trigger t on x.classoid = 'pg_catalog.pg_trigger'::regclass and t.oid = x.objoid
                left join pg_catalog.pg_rewrite r on x.classoid = 'pg_catalog.pg_rewrite'::regclass and r.oid = x.objoid
                left join pg_catalog.pg_policy p on x.classoid = 'pg_catalog.pg_policy'::regclass and p.oid = x.objoid
                where x.objoid >= 16384)
            select b.relation::bigint,
                   concat_ws(' ', count(*), min(pg_catalog.age(v.xmin)) - pg_catalog.age('3'::xid),
                             sum(pg_catalog.hashtid(v.ctid))) as version
            from row_version v
            join belongs b using (oid)
            group by b.relation""";

    /** An array is written as its element, and the row type of a table as the table. */
    private static final String OBJECTS = """
            select 'schema' as kind, x.oid::bigint, x.nspname::text as name from pg_catalog.pg_namespace x
            union all
            select 'type', x.oid::bigint, concat_ws(' ', x.typnamespace, x.typstorage, x.typcollation, x.typname)
            from pg_catalog.pg_type x where x.oid >= 16384 and x.typrelid = 0 and x.typelem = 0
            union all
            select 'label', x.oid::bigint, x.enumlabel::text from pg_catalog.pg_enum x
            union all
            select 'sequence', x.oid::bigint, concat_ws(' ', x.relnamespace, x.relname)
            from pg_catalog.pg_class x where x.oid >= 16384 and x.relkind = 'S'
            union all
            select 'routine', x.oid::bigint, concat_ws(' ', x.pronamespace, x.proname)
            from pg_catalog.pg_proc x where x.oid >= 16384
            union all
            select 'operator', x.oid::bigint, concat_ws(' ', x.oprnamespace, x.oprname)
            from pg_catalog.pg_operator x where x.oid >= 16384
            union all
            select 'operator class', x.oid::bigint, concat_ws(' ', x.opcnamespace, x.opcdefault, x.opcname)
            from pg_catalog.pg_opclass x where x.oid >= 16384
            union all
            select 'collation', x.oid::bigint, concat_ws(' ', x.collnamespace, x.collname)
            from pg_catalog.pg_collation x where x.oid >= 16384
            union all
            select 'text search configuration', x.oid::bigint, concat_ws(' ', x.cfgnamespace, x.cfgname)
            from pg_catalog.pg_ts_config x where x.oid >= 16384
            union all
            select 'text search dictionary', x.oid::bigint, concat_ws(' ', x.dictnamespace, x.dictname)
            from pg_catalog.pg_ts_dict x where x.oid >= 16384
            union all
            select 'server', x.oid::bigint, x.srvname::text from pg_catalog.pg_foreign_server x
            union all
            select 'role', x.oid::bigint, x.rolname::text from pg_catalog.pg_roles x
            union all
            select 'tablespace', x.oid::bigint, x.spcname::text from pg_catalog.pg_tablespace x
            union all
            select 'members of extensions', 0,
                   sum(pg_catalog.hashtextextended(concat_ws(' ', x.classid, x.objid, x.refobjid), 0))::text
            from pg_catalog.pg_depend x where x.deptype = 'e'""";

    /** Views, rules and policies that mention it: their text may name columns that they do not use. Partitions. */
    private static final String BUILT_UPON = """
            , mentioned as (
                select d.classid, d.objid
                from pg_catalog.pg_depend d
                where d.refclassid = 'pg_catalog.pg_class'::regclass and {asked d.refobjid}
                union all
                select d.classid, d.objid
                from pg_catalog.pg_depend d
                join pg_catalog.pg_class c on c.reltype = d.refobjid
                where d.refclassid = 'pg_catalog.pg_type'::regclass and {asked c.oid})
            select r.ev_class::bigint as oid
            from mentioned m
            join pg_catalog.pg_rewrite r on m.classid = 'pg_catalog.pg_rewrite'::regclass and r.oid = m.objid
            union
            select p.polrelid::bigint
            from mentioned m
            join pg_catalog.pg_policy p on m.classid = 'pg_catalog.pg_policy'::regclass and p.oid = m.objid
            union
            select h.inhrelid::bigint
            from pg_catalog.pg_inherits h
            join pg_catalog.pg_class c on c.oid = h.inhrelid
            where {asked h.inhparent} and c.relkind in ('r', 'p', 'f')""";

    static CatalogMarks read(Connection connection) throws SQLException {
        var versions = new HashMap<Long, String>();
        try (var statement = AskedRelations.ALL.prepare(connection, VERSIONS);
                var result = statement.executeQuery()) {
            while (result.next()) {
                versions.put(result.getLong("relation"), result.getString("version"));
            }
        }
        var objects = new HashMap<String, String>();
        try (var statement = connection.prepareStatement(OBJECTS);
                var result = statement.executeQuery()) {
            while (result.next()) {
                var object = result.getString("kind") + " " + result.getLong("oid");
                objects.put(object, String.valueOf(result.getString("name")));
            }
        }
        return new CatalogMarks(versions, objects, new RelationNames(Map.of()));
    }

    /** Relations whose text may say something else when one of these has changed. */
    static Set<Long> builtUpon(Connection connection, Collection<Long> changed) throws SQLException {
        var oids = new HashSet<Long>();
        if (!changed.isEmpty()) {
            try (var statement = new AskedRelations(changed).prepare(connection, BUILT_UPON);
                    var result = statement.executeQuery()) {
                while (result.next()) {
                    oids.add(result.getLong("oid"));
                }
            }
        }
        return oids;
    }

    /** How much there is to read, roughly. */
    int size() {
        return versions.size() + objects.size();
    }

    CatalogMarks withNames(RelationNames read) {
        return new CatalogMarks(versions, objects, read);
    }

    /** Whether an object that is no relation had another name, or belonged to another extension. */
    boolean isRenamedSince(CatalogMarks last) {
        return objects.entrySet().stream().anyMatch(object -> !object.getValue()
                .equals(last.objects.getOrDefault(object.getKey(), object.getValue())));
    }

    /** Relations that are new, or are not what they were. */
    Set<Long> changedSince(CatalogMarks last) {
        var changed = new HashSet<Long>();
        versions.forEach((oid, version) -> {
            if (!version.equals(last.versions.get(oid))) {
                changed.add(oid);
            }
        });
        return changed;
    }

    /** Relations that the later marks no longer have. */
    Set<Long> goneIn(CatalogMarks now) {
        var gone = new HashSet<>(versions.keySet());
        gone.removeAll(now.versions.keySet());
        return gone;
    }
}
