/** A small shop on four PostgreSQL databases, migrated by the starter when the application is ready. */
@NullMarked
package dev.migrations.sample;

import org.jspecify.annotations.NullMarked;
