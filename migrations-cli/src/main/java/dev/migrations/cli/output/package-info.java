/** What a person reads: tables, plans, progress and problems as text; knows nothing of options or of JSON. */
@NullMarked
package dev.migrations.cli.output;

import org.jspecify.annotations.NullMarked;
