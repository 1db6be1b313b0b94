/** A real PostgreSQL for tests: one server per JVM, one fresh database per test. */
@NullMarked
package dev.migrations.testing;

import org.jspecify.annotations.NullMarked;
