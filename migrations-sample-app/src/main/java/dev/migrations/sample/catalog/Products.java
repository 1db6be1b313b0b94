package dev.migrations.sample.catalog;

import dev.migrations.sample.database.Databases;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The products of the core database. */
@Repository
public class Products {

    private static final String LIST = """
            select sku, name, description, price, active, updated_at
            from products
            order by sku
            """;

    private static final String FIND = """
            select sku, name, description, price, active, updated_at
            from products
            where sku = :sku
            """;

    private static final String PRICES = """
            select sku, price
            from active_products
            where sku in (:skus)
            """;

    private static final String INSERT = """
            insert into products (sku, name, description, price)
            values (:sku, :name, :description, :price)
            returning sku, name, description, price, active, updated_at
            """;

    private static final String CHANGE_PRICE = """
            update products
            set price = :price
            where sku = :sku
            returning sku, name, description, price, active, updated_at
            """;

    private final JdbcClient client;

    Products(@Qualifier(Databases.CORE) JdbcClient client) {
        this.client = client;
    }

    List<Product> list() {
        return client.sql(LIST).query(Product.class).list();
    }

    Optional<Product> find(String sku) {
        return client.sql(FIND).param("sku", sku).query(Product.class).optional();
    }

    Product add(NewProduct product) {
        return client.sql(INSERT).paramSource(product).query(Product.class).single();
    }

    Optional<Product> changePrice(String sku, BigDecimal price) {
        return client.sql(CHANGE_PRICE)
                .param("sku", sku)
                .param("price", price)
                .query(Product.class)
                .optional();
    }

    /** Today's prices by SKU; a product that is not sold is not in the answer. */
    public Map<String, BigDecimal> prices(Collection<String> skus) {
        return client.sql(PRICES).param("skus", skus).query(Price.class).stream()
                .collect(Collectors.toMap(Price::sku, Price::price));
    }

    private record Price(String sku, BigDecimal price) {}
}
