package dev.migrations.sample.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One client for each database, asked for by the same qualifier as the pool below it. */
@Configuration(proxyBeanMethods = false)
class JdbcClients {

    @Primary
    @Qualifier(Databases.CORE)
    @Bean
    JdbcClient coreClient(DataSource core) {
        return JdbcClient.create(core);
    }

    @Qualifier(Databases.ORDERS)
    @Bean(defaultCandidate = false)
    JdbcClient ordersClient(@Qualifier(Databases.ORDERS) DataSource orders) {
        return JdbcClient.create(orders);
    }

    @Qualifier(Databases.ANALYTICS)
    @Bean(defaultCandidate = false)
    JdbcClient analyticsClient(@Qualifier(Databases.ANALYTICS) DataSource analytics) {
        return JdbcClient.create(analytics);
    }

    @Qualifier(Databases.LEDGER)
    @Bean(defaultCandidate = false)
    JdbcClient ledgerClient(@Qualifier(Databases.LEDGER) DataSource ledger) {
        return JdbcClient.create(ledger);
    }
}
