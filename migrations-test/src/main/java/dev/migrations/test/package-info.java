/** Private, migrated databases for tests: the annotations and assertions that a test writes. */
@NullMarked
package dev.migrations.test;

import org.jspecify.annotations.NullMarked;
