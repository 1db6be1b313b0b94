/** The recipes of docs/zero-downtime.md, taken from the page and run under the traffic that it describes. */
@NullMarked
package dev.migrations.recipe;

import org.jspecify.annotations.NullMarked;
