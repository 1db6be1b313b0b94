package dev.migrations.sample.ordering;

import dev.migrations.sample.database.Databases;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The orders database. */
@Repository
class Orders {

    // One statement for the order and its lines: they are written together or not at all.
    private static final String INSERT = """
            with placed as (
                insert into orders (customer_id)
                values (:customer)
                returning id, currency),
            lines as (
                insert into order_lines (order_id, currency, line_no, sku, quantity, unit_price)
                select placed.id, placed.currency, line.number, line.sku, line.quantity, line.unit_price
                from placed,
                    unnest(:skus, :quantities, :unitPrices)
                        with ordinality as line (sku, quantity, unit_price, number))
            select id
            from placed
            """;

    private static final String FIND = """
            select id, customer_id, status, currency, total, placed_at, line_count
            from order_overview
            where id = :id
            """;

    private static final String OPEN = """
            select id, customer_id, status, currency, total, placed_at, line_count
            from order_overview
            where status = 'open'
            order by placed_at
            limit 100
            """;

    private static final String LINES = """
            select line_no, sku, quantity, unit_price
            from order_lines
            where order_id = :id
            order by line_no
            """;

    private static final String CANCEL = """
            update orders
            set status = 'cancelled', updated_at = now()
            where id = :id
            and status = 'open'
            """;

    private static final String TURNOVER = """
            select customer_turnover(:customer)
            """;

    private final JdbcClient client;

    Orders(@Qualifier(Databases.ORDERS) JdbcClient client) {
        this.client = client;
    }

    /** Writes an order and gives its number. */
    long place(long customer, List<OrderLine> ordered) {
        var lines = new OrderLines(ordered);
        return client.sql(INSERT)
                .param("customer", customer)
                .param("skus", lines.skus())
                .param("quantities", lines.quantities())
                .param("unitPrices", lines.unitPrices())
                .query(Long.class)
                .single();
    }

    Optional<Order> find(long id) {
        return client.sql(FIND)
                .param("id", id)
                .query(OrderOverview.class)
                .optional()
                .map(order -> order.with(lines(id)));
    }

    private List<OrderLine> lines(long id) {
        return client.sql(LINES).param("id", id).query(OrderLine.class).list();
    }

    List<OrderOverview> open() {
        return client.sql(OPEN).query(OrderOverview.class).list();
    }

    /** False where there is no such order, or it is not open any more. */
    boolean cancel(long id) {
        return client.sql(CANCEL).param("id", id).update() == 1;
    }

    BigDecimal turnover(long customer) {
        return client.sql(TURNOVER)
                .param("customer", customer)
                .query(BigDecimal.class)
                .single();
    }
}
