/** Migrated databases that are built once, and their copies: knows servers and migrations, but no test framework. */
@NullMarked
package dev.migrations.test.template;

import org.jspecify.annotations.NullMarked;
