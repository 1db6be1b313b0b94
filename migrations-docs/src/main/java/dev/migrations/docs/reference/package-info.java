/** What the pages say of a database: its snapshot, put in order for a reader; pure values, nothing of Markdown or HTML. */
@NullMarked
package dev.migrations.docs.reference;

import org.jspecify.annotations.NullMarked;
