/** Finds or starts the PostgreSQL server that tests run on: knows nothing of migrations and templates. */
@NullMarked
package dev.migrations.test.server;

import org.jspecify.annotations.NullMarked;
