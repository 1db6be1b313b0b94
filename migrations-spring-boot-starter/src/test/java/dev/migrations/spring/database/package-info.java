/** Tests of connections beside pools. */
@NullMarked
package dev.migrations.spring.database;

import org.jspecify.annotations.NullMarked;
