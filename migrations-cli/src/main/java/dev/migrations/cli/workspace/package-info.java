/** Which folders and databases a command is about: from options, environment and files; knows nothing of commands or output. */
@NullMarked
package dev.migrations.cli.workspace;

import org.jspecify.annotations.NullMarked;
