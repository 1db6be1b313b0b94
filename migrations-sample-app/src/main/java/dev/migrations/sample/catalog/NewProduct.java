package dev.migrations.sample.catalog;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is needed to sell something new; the rules are those of the table's checks, told before the database has to. */
record NewProduct(
        @NotNull @Pattern(regexp = "[A-Z]{3}-[0-9]{4}", message = "must look like TEA-0001")
        String sku,

        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 2000) String description,

        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal price) {}
