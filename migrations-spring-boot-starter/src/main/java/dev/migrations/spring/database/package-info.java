/** Finds the databases of an application and opens connections beside their pools; knows nothing of folders and runs. */
@NullMarked
package dev.migrations.spring.database;

import org.jspecify.annotations.NullMarked;
