package dev.migrations.spring.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Applications with data sources of every kind; none of them has a server. */
public final class DataSourceBeans {

    private DataSourceBeans() {}

    private static HikariDataSource pool(String database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:postgresql://nowhere.invalid/" + database);
        return pool;
    }

    /** None at all. */
    @Configuration(proxyBeanMethods = false)
    public static class Nothing {}

    /** One. */
    @Configuration(proxyBeanMethods = false)
    public static class OneBean {

        @Bean
        DataSource only() {
            return pool("only");
        }
    }

    /** Two, one of them primary. */
    @Configuration(proxyBeanMethods = false)
    public static class OneIsPrimary {

        @Bean
        DataSource first() {
            return pool("first");
        }

        @Bean
        @Primary
        DataSource second() {
            return pool("second");
        }
    }

    /** One that everybody gets, and three that one must know by name. */
    @Configuration(proxyBeanMethods = false)
    public static class ManyBeans {

        @Bean
        DataSource first() {
            return pool("first");
        }

        @Bean(defaultCandidate = false)
        DataSource second() {
            return pool("second");
        }

        @Bean
        @Lazy
        DataSource third() {
            return pool("third");
        }

        @Bean({"aliased", "other_name"})
        DataSource fourth() {
            return pool("fourth");
        }
    }

    /** Three, none of them primary. */
    @Configuration(proxyBeanMethods = false)
    public static class Tenants {

        @Bean("tenant_b")
        DataSource tenantB() {
            return pool("b");
        }

        @Bean("tenant_a")
        DataSource tenantA() {
            return pool("a");
        }

        @Bean("tenant_c")
        DataSource tenantC() {
            return pool("c");
        }
    }

    /** A pool and a proxy of it. */
    @Configuration(proxyBeanMethods = false)
    public static class Wrapped {

        @Bean
        DataSource pool() {
            return DataSourceBeans.pool("pool");
        }

        @Bean
        @Primary
        DataSource proxy(DataSource pool) {
            return new LazyConnectionDataSourceProxy(pool);
        }
    }

    /** A router between a bean and a target of its own. */
    @Configuration(proxyBeanMethods = false)
    public static class Router {

        @Bean
        DataSource first() {
            return pool("first");
        }

        @Bean
        @Primary
        DataSource router(DataSource first) {
            var router = new AbstractRoutingDataSource() {
                @Override
                protected Object determineCurrentLookupKey() {
                    return "west";
                }
            };
            router.setTargetDataSources(Map.of("west", first, "east", pool("east")));
            return router;
        }
    }
}
