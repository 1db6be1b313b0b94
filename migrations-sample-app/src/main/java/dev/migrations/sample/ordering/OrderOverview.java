package dev.migrations.sample.ordering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** An order as a row of the view {@code order_overview}. */
record OrderOverview(
        long id, long customerId, String status, String currency, BigDecimal total, Instant placedAt, long lineCount) {

    Order with(List<OrderLine> lines) {
        return new Order(id, customerId, status, currency, total, placedAt, lines);
    }
}
