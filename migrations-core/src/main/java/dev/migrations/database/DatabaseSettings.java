package dev.migrations.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What {@code ALTER DATABASE … SET} gives to each session, on its way to another database. */
final class DatabaseSettings {

    /** As far as any role may set it. */
    private static final String SELECT_SETTINGS = """
            select split_part(entry, '=', 1) as name, substr(entry, strpos(entry, '=') + 1) as value
            from pg_catalog.pg_db_role_setting s
            cross join lateral unnest(s.setconfig) as entry
            where s.setdatabase = (select oid from pg_catalog.pg_database where datname = ?)
              and (s.setrole = 0 or s.setrole = (select oid from pg_catalog.pg_roles where rolname = current_user))
              and (split_part(entry, '=', 1) like '%.%' or exists (
                      select from pg_catalog.pg_settings g
                      where g.name = split_part(entry, '=', 1) and g.context = 'user'))
            order by s.setrole""";

    private static final String USE_SETTING = "select pg_catalog.set_config(?, ?, true)";

    private DatabaseSettings() {}

    /** {@code FROM CURRENT}, because a list such as search_path is no literal. */
    static void copy(Connection connection, String from, String to) throws SQLException {
        connection.setAutoCommit(false);
        try (var select = connection.prepareStatement(SELECT_SETTINGS);
                var use = connection.prepareStatement(USE_SETTING);
                var alter = connection.createStatement()) {
            select.setString(1, from);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    use.setString(1, rows.getString("name"));
                    use.setString(2, rows.getString("value"));
                    use.execute();
                    alter.execute("alter database " + TableName.quote(to) + " set "
                            + TableName.quote(rows.getString("name")) + " from current");
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
