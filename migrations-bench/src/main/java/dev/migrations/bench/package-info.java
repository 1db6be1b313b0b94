/** Benchmarks against a peer in the same run; nothing else may depend on them. */
@NullMarked
package dev.migrations.bench;

import org.jspecify.annotations.NullMarked;
