/** Statements that make one schema of another; pure, and it knows snapshots only. */
@NullMarked
package dev.migrations.alter;

import org.jspecify.annotations.NullMarked;
