package dev.migrations.spring;

import dev.migrations.QuickDriftReport;
import java.time.Instant;

/**
 * What a look for drift has found.
 *
 * @param report what is said of one folder on one database
 * @param at     when, by this process's clock
 */
public record DriftLook(QuickDriftReport report, Instant at) {}
