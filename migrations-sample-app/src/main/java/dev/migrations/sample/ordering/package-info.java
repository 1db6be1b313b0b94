/** Orders and their lines: the orders database, and the endpoints over it; asks the catalog for prices and customers. */
@NullMarked
package dev.migrations.sample.ordering;

import org.jspecify.annotations.NullMarked;
