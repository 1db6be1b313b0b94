package dev.migrations.test.spring;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application with two pools that would fail if they were made. */
@SpringBootConfiguration
@EnableAutoConfiguration
class TwoDatabases {

    @Primary
    @Bean("db_core")
    HikariDataSource core() {
        throw new IllegalStateException("no test makes this pool");
    }

    @Qualifier("orders")
    @Bean(name = "db_orders", defaultCandidate = false, destroyMethod = "close")
    HikariDataSource orders() {
        throw new IllegalStateException("no test makes this pool");
    }

    @Primary
    @Bean
    JdbcClient coreClient(DataSource core) {
        return JdbcClient.create(core);
    }

    @Qualifier("orders")
    @Bean(defaultCandidate = false)
    JdbcClient ordersClient(@Qualifier("orders") DataSource orders) {
        return JdbcClient.create(orders);
    }
}
