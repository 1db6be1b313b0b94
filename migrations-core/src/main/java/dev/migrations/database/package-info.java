/** The PostgreSQL side: sessions, the history table, the lock, running segments; the only place with java.sql and SQL. */
@NullMarked
package dev.migrations.database;

import org.jspecify.annotations.NullMarked;
