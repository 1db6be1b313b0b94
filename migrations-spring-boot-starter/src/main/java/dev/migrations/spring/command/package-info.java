/** {@code java -jar app.jar migrations …}: the commands on an application's own databases; knows nothing of the run at start. */
@NullMarked
package dev.migrations.spring.command;

import org.jspecify.annotations.NullMarked;
