/** The reference as Markdown: an index, and one page a schema. */
@NullMarked
package dev.migrations.docs.markdown;

import org.jspecify.annotations.NullMarked;
