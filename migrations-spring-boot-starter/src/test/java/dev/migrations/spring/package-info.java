/** Tests of starts, with real contexts and a real PostgreSQL. */
@NullMarked
package dev.migrations.spring;

import org.jspecify.annotations.NullMarked;
