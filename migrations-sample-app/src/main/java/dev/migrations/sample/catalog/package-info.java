/** Products and customers: the core database, and the endpoints over it. */
@NullMarked
package dev.migrations.sample.catalog;

import org.jspecify.annotations.NullMarked;
