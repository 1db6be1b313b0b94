/** Files as a set: finds, names and reads migration folders and their settings; knows no history and no database. */
@NullMarked
package dev.migrations.migration;

import org.jspecify.annotations.NullMarked;
