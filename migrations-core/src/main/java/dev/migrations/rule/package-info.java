/** What is dangerous in a statement, and the safe way: one class a rule, all of them pure; knows nothing of files or databases. */
@NullMarked
package dev.migrations.rule;

import org.jspecify.annotations.NullMarked;
