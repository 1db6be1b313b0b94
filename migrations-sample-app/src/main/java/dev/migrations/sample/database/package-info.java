/** One connection pool and one JdbcClient for each database; knows neither tables nor where a server comes from. */
@NullMarked
package dev.migrations.sample.database;

import org.jspecify.annotations.NullMarked;
