package dev.migrations.sample.catalog;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/products}. */
@RestController
@RequestMapping("/api/products")
class ProductController {

    private final Products products;

    ProductController(Products products) {
        this.products = products;
    }

    @GetMapping
    List<Product> list() {
        return products.list();
    }

    @GetMapping("/{sku}")
    Product show(@PathVariable String sku) {
        return products.find(sku).orElseThrow(() -> noProduct(sku));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Product add(@Valid @RequestBody NewProduct product) {
        return products.add(product);
    }

    @PutMapping("/{sku}/price")
    Product changePrice(@PathVariable String sku, @Valid @RequestBody NewPrice price) {
        return products.changePrice(sku, price.price()).orElseThrow(() -> noProduct(sku));
    }

    private static ResponseStatusException noProduct(String sku) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no product " + sku + ".");
    }
}
