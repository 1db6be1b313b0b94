/** Tests of what operators see, over HTTP. */
@NullMarked
package dev.migrations.spring.command;

import org.jspecify.annotations.NullMarked;
