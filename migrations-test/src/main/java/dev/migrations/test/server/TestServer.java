package dev.migrations.test.server;

import dev.migrations.database.ConnectionSource;

/**
 * A PostgreSQL server for tests.
 *
 * @param url      one of its databases, to which the role may connect in order to make others
 * @param lifetime whether it outlives this JVM
 */
public record TestServer(DatabaseUrl url, Lifetime lifetime) {

    /**
     * The server of this JVM: the one that {@code -Dmigrations.test.url} or {@code MIGRATIONS_TEST_URL} names, else a
     * container where Testcontainers is on the class path and Docker answers, else embedded binaries where they are on the
     * class path. Found, or started, once.
     *
     * @throws ServerNotFoundException if it is none of the three
     */
    public static TestServer find() {
        return ServerSearch.found();
    }

    /** A server that is there, by one of its databases. */
    public static TestServer at(DatabaseUrl url) {
        return new TestServer(url, Lifetime.LONGER);
    }

    /** Connections to that one database. */
    public ConnectionSource source() {
        return url.source();
    }

    /** One of its databases. */
    public DatabaseUrl database(String name) {
        return url.withDatabase(name);
    }

    /** How long a server lives. */
    public enum Lifetime {
        /** It is ours, and ends with the JVM, data and all. */
        JVM,
        /** It was there before; what we make on it, we remove. */
        LONGER
    }
}
