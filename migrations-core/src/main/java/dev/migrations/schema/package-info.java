/** What a database is made of, and what two of them differ in; pure: no clock, disk or JDBC, and nothing of migrations. */
@NullMarked
package dev.migrations.schema;

import org.jspecify.annotations.NullMarked;
