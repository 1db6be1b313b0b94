/** Backups by PostgreSQL's own programs: knows where a database is, and nothing of migrations. */
@NullMarked
package dev.migrations.backup;

import org.jspecify.annotations.NullMarked;
