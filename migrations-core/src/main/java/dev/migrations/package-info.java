/** The front door: one folder of migrations on one database, its reports, and whoever wants to watch. */
@NullMarked
package dev.migrations;

import org.jspecify.annotations.NullMarked;
