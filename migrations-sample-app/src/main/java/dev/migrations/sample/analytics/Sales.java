package dev.migrations.sample.analytics;

import dev.migrations.sample.database.Databases;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The analytics database. */
@Repository
public class Sales {

    // A figure that is already there is left alone, so that an order's figures may be sent twice.
    private static final String INSERT = """
            insert into sales (order_id, line_no, sku, quantity, amount, sold_at)
            values (:orderId, :lineNo, :sku, :quantity, :amount, :soldAt)
            on conflict do nothing
            """;

    private static final String SUMMARY = """
            select day, category, orders, quantity, amount
            from sales_summary
            where day between :from and :to
            order by day, category
            """;

    private final JdbcClient client;

    Sales(@Qualifier(Databases.ANALYTICS) JdbcClient client) {
        this.client = client;
    }

    /** Adds a figure. */
    public void add(Sale sale) {
        client.sql(INSERT)
                .param("orderId", sale.orderId())
                .param("lineNo", sale.lineNo())
                .param("sku", sale.sku())
                .param("quantity", sale.quantity())
                .param("amount", sale.amount())
                .param("soldAt", OffsetDateTime.ofInstant(sale.soldAt(), ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    List<SalesOfDay> summary(LocalDate from, LocalDate to) {
        return client.sql(SUMMARY)
                .param("from", from)
                .param("to", to)
                .query(SalesOfDay.class)
                .list();
    }

    /** One line of an order, as a figure. */
    public record Sale(long orderId, int lineNo, String sku, int quantity, BigDecimal amount, Instant soldAt) {}
}
