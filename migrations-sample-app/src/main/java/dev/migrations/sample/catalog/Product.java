package dev.migrations.sample.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A product as the shop shows it; {@code updatedAt} is kept by a trigger. */
public record Product(
        String sku, String name, @Nullable String description, BigDecimal price, boolean active, Instant updatedAt) {}
