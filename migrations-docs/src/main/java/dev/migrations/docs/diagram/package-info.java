/** Where tables and foreign keys lie in a picture; the layout library is known here only. */
@NullMarked
package dev.migrations.docs.diagram;

import org.jspecify.annotations.NullMarked;
