package dev.migrations.spring.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach one database: {@code migrations.databases.<name>.*}.
 *
 * @param url      JDBC URL of the database.
 * @param username Role to migrate with; not needed where the URL says it.
 * @param password Password of that role.
 */
public record ConnectionSettings(
        @DefaultValue("") String url,
        @Nullable String username,
        @Nullable String password) {

    /** Without the password, and without the URL, which may hold one. */
    @Override
    public String toString() {
        return "ConnectionSettings[username=" + username + "]";
    }
}
