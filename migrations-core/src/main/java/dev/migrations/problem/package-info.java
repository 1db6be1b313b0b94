/** What went wrong and what to do next, as values: knows nothing of scripts, histories or databases. */
@NullMarked
package dev.migrations.problem;

import org.jspecify.annotations.NullMarked;
