package dev.migrations.spring.database;

import dev.migrations.database.ConnectionSource;

/**
 * A database that the application knows by name.
 *
 * @param name   the bean's name, {@code <router>.<key>}, or the one that {@code migrations.databases} gives it
 * @param source opens connections to migrate with, beside the pool where that can be
 * @param quick  opens connections that give up within a few seconds, to look at the state with
 * @param place  equal for two names that certainly are one and the same database
 */
public record ApplicationDatabase(String name, ConnectionSource source, ConnectionSource quick, Object place) {

    @Override
    public String toString() {
        return name;
    }
}
