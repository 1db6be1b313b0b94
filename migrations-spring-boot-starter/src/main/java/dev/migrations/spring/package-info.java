/** Migrates an application's databases when it starts; knows nothing of endpoints and health. */
@NullMarked
package dev.migrations.spring;

import org.jspecify.annotations.NullMarked;
