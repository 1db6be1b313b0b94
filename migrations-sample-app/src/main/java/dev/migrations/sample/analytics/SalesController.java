package dev.migrations.sample.analytics;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/sales}: the last thirty days, unless told otherwise. */
@RestController
@RequestMapping("/api/sales")
class SalesController {

    private final Sales sales;

    SalesController(Sales sales) {
        this.sales = sales;
    }

    @GetMapping
    List<SalesOfDay> summary(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
        var last = Objects.requireNonNullElseGet(to, () -> LocalDate.now(ZoneOffset.UTC));
        var first = Objects.requireNonNullElseGet(from, () -> last.minusDays(29));
        if (first.isAfter(last)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "from must not be later than to.");
        }
        return sales.summary(first, last);
    }
}
