package dev.migrations.sample.catalog;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/customers}. */
@RestController
@RequestMapping("/api/customers")
class CustomerController {

    private final Customers customers;

    CustomerController(Customers customers) {
        this.customers = customers;
    }

    @GetMapping
    List<Customer> list() {
        return customers.list();
    }

    @GetMapping("/{id}")
    Customer show(@PathVariable long id) {
        return customers
                .find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no customer " + id + "."));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Customer add(@Valid @RequestBody NewCustomer customer) {
        return customers.add(customer);
    }
}
