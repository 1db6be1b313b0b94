package dev.migrations.sample.database;

/** Where the databases are: beside the application in the default profile, in its properties in the others. */
public interface DatabaseConnections {

    /** The connection of one of the {@link Databases}. */
    DatabaseConnection of(String database);
}
