/** One class for each command: its grammar, and which operation of the engine it is; knows nothing of how an answer looks. */
@NullMarked
package dev.migrations.cli.command;

import org.jspecify.annotations.NullMarked;
