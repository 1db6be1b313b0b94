/** What of two schemas is held against each other, and what is left out: pure, and knows nothing of migrations. */
@NullMarked
package dev.migrations.drift;

import org.jspecify.annotations.NullMarked;
