package dev.migrations.sample.ordering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** An order with its lines; {@code total} is kept by a trigger. */
record Order(
        long id,
        long customerId,
        String status,
        String currency,
        BigDecimal total,
        Instant placedAt,
        List<OrderLine> lines) {}
