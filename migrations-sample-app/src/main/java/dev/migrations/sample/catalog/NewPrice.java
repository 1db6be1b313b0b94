package dev.migrations.sample.catalog;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** What a product costs from now on. */
record NewPrice(
        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal price) {}
