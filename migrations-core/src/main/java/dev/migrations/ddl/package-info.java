/** What one statement does to a schema, read from its tokens; knows nothing of rules, files or databases. */
@NullMarked
package dev.migrations.ddl;

import org.jspecify.annotations.NullMarked;
