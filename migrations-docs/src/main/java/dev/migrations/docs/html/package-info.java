/** The reference as one HTML file that needs nothing beside it. */
@NullMarked
package dev.migrations.docs.html;

import org.jspecify.annotations.NullMarked;
