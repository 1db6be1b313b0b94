package dev.migrations.sample.ordering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a customer asks for; the prices are the shop's to say. */
record NewOrder(
        @NotNull @Positive Long customerId,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines) {

    /** So many of one product. */
    record Line(
            @NotBlank String sku,
            @NotNull @Positive @Max(1000) Integer quantity) {}
}
