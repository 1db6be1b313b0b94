/** A PostgreSQL server that starts and stops with the application, so that the shop runs on a bare machine; knows no tables. */
@NullMarked
package dev.migrations.sample.embedded;

import org.jspecify.annotations.NullMarked;
