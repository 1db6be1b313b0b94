/** The door to the reference of a database: from a snapshot and the migrations to files. */
@NullMarked
package dev.migrations.docs;

import org.jspecify.annotations.NullMarked;
