/** Which migration made or last changed an object, as far as the scripts themselves say. */
@NullMarked
package dev.migrations.docs.origin;

import org.jspecify.annotations.NullMarked;
