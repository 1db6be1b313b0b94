/** SQL text cut into statements and segments, each with its place in the file; pure, and knows no database. */
@NullMarked
package dev.migrations.script;

import org.jspecify.annotations.NullMarked;
