package dev.migrations.sample.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * One pool for each database. The name of the bean is what {@code dbpool-name} in a {@code migration.yaml} refers to.
 * The core database is the primary one; the others have to be asked for with a qualifier.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionPools {

    private static final int POOL_SIZE = 5;

    @Primary
    @Bean(Databases.CORE)
    HikariDataSource core(DatabaseConnections connections) {
        return pool(Databases.CORE, connections);
    }

    @Qualifier(Databases.ORDERS)
    @Bean(name = Databases.ORDERS, defaultCandidate = false)
    HikariDataSource orders(DatabaseConnections connections) {
        return pool(Databases.ORDERS, connections);
    }

    @Qualifier(Databases.ANALYTICS)
    @Bean(name = Databases.ANALYTICS, defaultCandidate = false)
    HikariDataSource analytics(DatabaseConnections connections) {
        return pool(Databases.ANALYTICS, connections);
    }

    @Qualifier(Databases.LEDGER)
    @Bean(name = Databases.LEDGER, defaultCandidate = false)
    HikariDataSource ledger(DatabaseConnections connections) {
        return pool(Databases.LEDGER, connections);
    }

    private static HikariDataSource pool(String database, DatabaseConnections connections) {
        var connection = connections.of(database);
        var pool = DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(connection.url())
                .username(connection.username())
                .password(connection.password())
                .build();
        pool.setPoolName(database);
        pool.setMaximumPoolSize(POOL_SIZE);
        return pool;
    }
}
