/** The files of a reference on disk, told from everybody else's. */
@NullMarked
package dev.migrations.docs.folder;

import org.jspecify.annotations.NullMarked;
