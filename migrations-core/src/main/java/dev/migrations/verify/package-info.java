/** Whether each migration's way down leads back to where its way up began, as values; pure: no clock, disk or JDBC. */
@NullMarked
package dev.migrations.verify;

import org.jspecify.annotations.NullMarked;
