/** Sales figures: the analytics database, and the endpoint over it. */
@NullMarked
package dev.migrations.sample.analytics;

import org.jspecify.annotations.NullMarked;
