/** How a request that cannot be served is answered, the same for every endpoint. */
@NullMarked
package dev.migrations.sample.web;

import org.jspecify.annotations.NullMarked;
