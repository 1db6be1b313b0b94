package dev.migrations.sample.ordering;

import dev.migrations.sample.analytics.Sales;
import dev.migrations.sample.catalog.Customers;
import dev.migrations.sample.catalog.Products;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes an order across three databases: prices from the first, the order into the second, its figures into the third.
 * No transaction spans them. The order is what counts; figures that got lost could be written again from it.
 */
@Component
class Checkout {

    private final Customers customers;
    private final Products products;
    private final Orders orders;
    private final Sales sales;

    Checkout(Customers customers, Products products, Orders orders, Sales sales) {
        this.customers = customers;
        this.products = products;
        this.orders = orders;
        this.sales = sales;
    }

    /**
     * Places the order.
     *
     * @throws OrderRefusedException if the customer or a product does not exist
     */
    Order place(NewOrder wanted) {
        if (!customers.exists(wanted.customerId())) {
            throw OrderRefusedException.unknownCustomer(wanted.customerId());
        }
        var lines = priced(wanted.lines());
        var id = orders.place(wanted.customerId(), lines);
        var order = orders.find(id).orElseThrow();
        for (var line : order.lines()) {
            sales.add(new Sales.Sale(id, line.lineNo(), line.sku(), line.quantity(), line.amount(), order.placedAt()));
        }
        return order;
    }

    private List<OrderLine> priced(List<NewOrder.Line> wanted) {
        var skus = wanted.stream().map(NewOrder.Line::sku).collect(Collectors.toSet());
        var prices = products.prices(skus);
        skus.removeAll(prices.keySet());
        if (!skus.isEmpty()) {
            throw OrderRefusedException.notSold(skus);
        }
        return priced(wanted, prices);
    }

    private static List<OrderLine> priced(List<NewOrder.Line> wanted, Map<String, BigDecimal> prices) {
        var lines = new ArrayList<OrderLine>();
        for (var line : wanted) {
            var price = prices.getOrDefault(line.sku(), BigDecimal.ZERO);
            lines.add(new OrderLine(lines.size() + 1, line.sku(), line.quantity(), price));
        }
        return lines;
    }
}
