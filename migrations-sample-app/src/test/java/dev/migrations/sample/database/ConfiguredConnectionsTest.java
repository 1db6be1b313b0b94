package dev.migrations.sample.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConfiguredConnectionsTest {

    private final ApplicationContextRunner production = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Configured.class)
            .withPropertyValues("spring.profiles.active=production");

    @Test
    void connections_come_from_the_environment() {
        production
                .withPropertyValues(
                        "SHOP_CORE_URL=jdbc:postgresql://one/core",
                        "SHOP_CORE_USERNAME=shop",
                        "SHOP_CORE_PASSWORD=x",
                        "SHOP_ORDERS_URL=jdbc:postgresql://two/orders",
                        "SHOP_ORDERS_USERNAME=shop",
                        "SHOP_ANALYTICS_URL=jdbc:postgresql://two/analytics",
                        "SHOP_ANALYTICS_USERNAME=shop",
                        "SHOP_LEDGER_URL=jdbc:postgresql://two/ledger",
                        "SHOP_LEDGER_USERNAME=shop")
                .run(context -> {
                    var configured = context.getBean(ConfiguredConnections.class);
                    assertThat(configured.of(Databases.CORE))
                            .isEqualTo(new DatabaseConnection("jdbc:postgresql://one/core", "shop", "x"));
                    assertThat(configured.of(Databases.LEDGER).password()).isEmpty();
                    assertThat(configured.of(Databases.CORE)).hasToString("shop at jdbc:postgresql://one/core");
                    assertThat(configured.databases()).containsOnlyKeys(Databases.ALL);
                });
    }

    @Test
    void a_url_that_is_not_set_is_told() {
        production.withPropertyValues("SHOP_CORE_USERNAME=shop").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("databases[db_core].url")
                .hasMessageContaining("must not be blank"));
    }

    @EnableConfigurationProperties(ConfiguredConnections.class)
    static class Configured {}
}
