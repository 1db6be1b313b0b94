/** How fast a backfill goes, and when it rests, from values alone: knows nothing of SQL, connections or clocks. */
@NullMarked
package dev.migrations.backfill;

import org.jspecify.annotations.NullMarked;
