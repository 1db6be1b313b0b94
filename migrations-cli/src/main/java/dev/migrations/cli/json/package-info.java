/** What a program reads: the endpoint's field names; loaded only where JSON is asked for. */
@NullMarked
package dev.migrations.cli.json;

import org.jspecify.annotations.NullMarked;
