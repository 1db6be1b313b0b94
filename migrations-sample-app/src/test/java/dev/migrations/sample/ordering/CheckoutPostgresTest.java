package dev.migrations.sample.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.test.spring.AutoConfigureMigratedDatabase;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three databases at once, which are others for each test; lazy, so that the shop's own server is not even started. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "spring.main.lazy-initialization=true")
@AutoConfigureMigratedDatabase
class CheckoutPostgresTest {

    @Autowired
    private Checkout checkout;

    @Autowired
    private JdbcClient core;

    @Autowired
    @Qualifier("db_analytics")
    private JdbcClient analytics;

    @RepeatedTest(2)
    void an_order_is_the_only_one_in_the_figures() {
        var customer = core.sql("insert into customers (email, name) values ('ann@example.org', 'Ann') returning id")
                .query(Long.class)
                .single();
        var order = checkout.place(new NewOrder(customer, List.of(new NewOrder.Line("TEA-0001", 2))));
        assertThat(order.total()).isEqualByComparingTo("29.80");
        assertThat(analytics
                        .sql("select count(*) from sales")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
