/** Databases that are made for a purpose beside another one, and removed after it: knows nothing of migrations. */
@NullMarked
package dev.migrations.scratch;

import org.jspecify.annotations.NullMarked;
