package dev.migrations.sample.catalog;

import dev.migrations.sample.database.Databases;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers of the core database. */
@Repository
public class Customers {

    private static final String LIST = """
            select id, email, name, created_at
            from customers
            order by id
            """;

    private static final String FIND = """
            select id, email, name, created_at
            from customers
            where id = :id
            """;

    private static final String INSERT = """
            insert into customers (email, name)
            values (:email, :name)
            returning id, email, name, created_at
            """;

    private final JdbcClient client;

    Customers(@Qualifier(Databases.CORE) JdbcClient client) {
        this.client = client;
    }

    List<Customer> list() {
        return client.sql(LIST).query(Customer.class).list();
    }

    Optional<Customer> find(long id) {
        return client.sql(FIND).param("id", id).query(Customer.class).optional();
    }

    /** Whether someone has signed up under this number. */
    public boolean exists(long id) {
        return find(id).isPresent();
    }

    Customer add(NewCustomer customer) {
        return client.sql(INSERT).paramSource(customer).query(Customer.class).single();
    }
}
