package dev.migrations.database;

import dev.migrations.script.Segment;
import java.time.Duration;

/**
 * One segment that ran to its end.
 *
 * @param index      its number in its script, from 0
 * @param kind       how it ran
 * @param statements how many statements it had
 * @param duration   from its first statement to its commit, by this machine's clock
 */
public record SegmentResult(int index, Segment.Kind kind, int statements, Duration duration) {}
