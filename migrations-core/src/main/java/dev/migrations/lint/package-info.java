/** Reads scripts in their order and asks every rule about every statement; pure: what a database knows is handed in. */
@NullMarked
package dev.migrations.lint;

import org.jspecify.annotations.NullMarked;
