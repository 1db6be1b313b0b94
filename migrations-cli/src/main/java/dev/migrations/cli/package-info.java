/** The door to the commands, for a process of their own or inside an application's. */
@NullMarked
package dev.migrations.cli;

import org.jspecify.annotations.NullMarked;
