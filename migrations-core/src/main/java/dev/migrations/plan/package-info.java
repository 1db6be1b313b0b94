/** The difference between a set of migrations and a history, as steps or refusals; pure: no clock, disk or JDBC. */
@NullMarked
package dev.migrations.plan;

import org.jspecify.annotations.NullMarked;
