package dev.migrations.sample.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One row of the view {@code sales_summary}. */
record SalesOfDay(LocalDate day, String category, long orders, long quantity, BigDecimal amount) {}
