/** Reads PostgreSQL's catalogues into a snapshot of the schema; knows nothing of migrations. */
@NullMarked
package dev.migrations.catalog;

import org.jspecify.annotations.NullMarked;
