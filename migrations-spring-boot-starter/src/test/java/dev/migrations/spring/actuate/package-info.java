/** Tests of what operators see, over HTTP. */
@NullMarked
package dev.migrations.spring.actuate;

import org.jspecify.annotations.NullMarked;
