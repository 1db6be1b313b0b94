/** What statements did to a copy of a database, and what that would mean on the real one; pure: no clock, disk or JDBC. */
@NullMarked
package dev.migrations.trace;

import org.jspecify.annotations.NullMarked;
