package dev.migrations.sample.ordering;

import java.math.BigDecimal;

/** One line of an order, at the price of the day. */
public record OrderLine(int lineNo, String sku, int quantity, BigDecimal unitPrice) {

    /** What the line adds to the order. */
    public BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
