/** Files of another tool renamed or split into ours: knows files and names, nothing of databases or plans. */
@NullMarked
package dev.migrations.convert;

import org.jspecify.annotations.NullMarked;
