/** Shows the state of the migrations to operators: endpoint and health; runs nothing by itself. */
@NullMarked
package dev.migrations.spring.actuate;

import org.jspecify.annotations.NullMarked;
