package dev.migrations.sample.ordering;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/orders}, and what a customer has ordered so far. */
@RestController
class OrderController {

    private final Checkout checkout;
    private final Orders orders;

    OrderController(Checkout checkout, Orders orders) {
        this.checkout = checkout;
        this.orders = orders;
    }

    @GetMapping("/api/orders")
    List<OrderOverview> open() {
        return orders.open();
    }

    @GetMapping("/api/orders/{id}")
    Order show(@PathVariable long id) {
        return orders.find(id).orElseThrow(() -> noOrder(id));
    }

    @PostMapping("/api/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Order place(@Valid @RequestBody NewOrder order) {
        return checkout.place(order);
    }

    @DeleteMapping("/api/orders/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id) {
        if (!orders.cancel(id)) {
            var order = orders.find(id).orElseThrow(() -> noOrder(id));
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "Order %d is %s and cannot be cancelled.".formatted(id, order.status()));
        }
    }

    @GetMapping("/api/customers/{id}/turnover")
    Turnover turnover(@PathVariable long id) {
        return new Turnover(id, orders.turnover(id));
    }

    private static ResponseStatusException noOrder(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + id + ".");
    }

    record Turnover(long customerId, BigDecimal turnover) {}
}
