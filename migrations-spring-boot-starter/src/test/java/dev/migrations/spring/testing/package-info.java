/** Applications and trees of migrations for tests. */
@NullMarked
package dev.migrations.spring.testing;

import org.jspecify.annotations.NullMarked;
