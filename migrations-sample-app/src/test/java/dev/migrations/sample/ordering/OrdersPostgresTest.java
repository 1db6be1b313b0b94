package dev.migrations.sample.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.test.MigratedDatabase;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The repository alone: each test has an orders database of its own. */
class OrdersPostgresTest {

    private final Orders orders;

    OrdersPostgresTest(@MigratedDatabase("db_orders") JdbcClient client) {
        this.orders = new Orders(client);
    }

    @Test
    void an_order_is_found_with_its_lines_and_their_total() {
        var id = orders.place(7, List.of(line(1, "TEA-0001", 2, "14.90"), line(2, "POT-0001", 1, "64.00")));
        assertThat(orders.find(id)).hasValueSatisfying(order -> {
            assertThat(order.total()).isEqualByComparingTo("93.80");
            assertThat(order.lines()).extracting(OrderLine::sku).containsExactly("TEA-0001", "POT-0001");
        });
    }

    @Test
    void a_cancelled_order_is_open_no_more_and_counts_for_nothing() {
        var id = orders.place(7, List.of(line(1, "TEA-0001", 2, "14.90")));
        assertThat(orders.open()).hasSize(1);
        assertThat(orders.cancel(id)).isTrue();
        assertThat(orders.cancel(id)).isFalse();
        assertThat(orders.open()).isEmpty();
        assertThat(orders.turnover(7)).isEqualByComparingTo("0");
    }

    private static OrderLine line(int number, String sku, int quantity, String price) {
        return new OrderLine(number, sku, quantity, new BigDecimal(price));
    }
}
