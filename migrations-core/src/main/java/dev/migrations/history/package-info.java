/** What a database says was applied to it, as values: knows nothing of SQL, connections or plans. */
@NullMarked
package dev.migrations.history;

import org.jspecify.annotations.NullMarked;
