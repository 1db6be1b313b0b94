/** Replaces the data sources of a Spring test by private, migrated databases: knows nothing of the starter. */
@NullMarked
package dev.migrations.test.spring;

import org.jspecify.annotations.NullMarked;
