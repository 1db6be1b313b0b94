package dev.migrations.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole application on its embedded server, from the migrations to the answers of its endpoints. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext // stops the server before its directory is deleted
class SampleApplicationTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    private final RestTestClient client;

    SampleApplicationTest(@LocalServerPort int port) {
        this.client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
    }

    @DynamicPropertySource
    static void embeddedServer(DynamicPropertyRegistry registry) {
        registry.add("shop.embedded.directory", () -> directory);
    }

    @Test
    void every_folder_is_shown_with_what_was_done() {
        get("/actuator/migrations", HttpStatus.OK)
                .jsonPath("$.status")
                .isEqualTo("UP_TO_DATE")
                .jsonPath("$.folders.length()")
                .isEqualTo(4)
                .jsonPath("$.folders['01_core-db'].databases.db_core.status")
                .isEqualTo("UP_TO_DATE")
                .jsonPath("$.folders['01_core-db'].databases.db_core.currentVersion")
                .isEqualTo("6")
                .jsonPath("$.folders['01_core-db'].databases.db_core.pendingCount")
                .isEqualTo(0)
                .jsonPath("$.folders['02_orders-db'].databases.db_orders.status")
                .isEqualTo("UP_TO_DATE")
                .jsonPath("$.folders['02_orders-db'].databases.db_orders.schemaTable")
                .isEqualTo("ops.schema_migrations")
                .jsonPath("$.folders['02_orders-db'].databases.db_orders.appliedCount")
                .isEqualTo(5)
                .jsonPath("$.folders['03_analytics-db'].databases.db_analytics.status")
                .isEqualTo("UP_TO_DATE")
                .jsonPath("$.folders['04_ledger-db'].enabled")
                .isEqualTo(false)
                .jsonPath("$.folders['04_ledger-db'].databases.db_ledger.status")
                .isEqualTo("DISABLED");
    }

    @Test
    void the_application_is_ready_once_it_is_migrated() {
        get("/actuator/health/readiness", HttpStatus.OK)
                .jsonPath("$.components.migrations.status")
                .isEqualTo("UP");
    }

    @Test
    void the_first_products_come_with_the_migrations() {
        get("/api/products/TEA-0002", HttpStatus.OK)
                .jsonPath("$.price")
                .isEqualTo(18.5)
                .jsonPath("$.description")
                .isEqualTo("Fresh and grassy; brew it at 70 °C.");
        get("/api/products/TEA-9999", HttpStatus.NOT_FOUND)
                .jsonPath("$.detail")
                .isEqualTo("There is no product TEA-9999.");
    }

    @Test
    void a_product_is_added_once_and_its_price_changes() {
        var product = """
                {"sku": "CUP-0002", "name": "Cup, glass", "price": 7.5}""";
        post("/api/products", product, HttpStatus.CREATED).jsonPath("$.active").isEqualTo(true);
        post("/api/products", product, HttpStatus.CONFLICT).jsonPath("$.status").isEqualTo(409);

        client.put()
                .uri("/api/products/CUP-0002/price")
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                        {"price": 8}""")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.price")
                .isEqualTo(8.0);
    }

    @Test
    void a_request_that_breaks_rules_is_told_each_of_them() {
        post("/api/products", """
                {"sku": "tea", "name": " ", "price": -1}""", HttpStatus.BAD_REQUEST)
                .jsonPath("$.detail")
                .isEqualTo("The request breaks the rules of these fields: name, price, sku.")
                .jsonPath("$.fields.sku")
                .isEqualTo("must look like TEA-0001");
        post("/api/orders", """
                {"customerId": 1, "lines": [{"sku": "TEA-0001", "quantity": 0}]}""", HttpStatus.BAD_REQUEST)
                .jsonPath("$.fields['lines[0].quantity']")
                .isEqualTo("must be greater than 0");
        get("/api/orders/one", HttpStatus.BAD_REQUEST).jsonPath("$.status").isEqualTo(400);
        get("/api/sales?from=2026-02-01&to=2026-01-01", HttpStatus.BAD_REQUEST)
                .jsonPath("$.detail")
                .isEqualTo("from must not be later than to.");
    }

    @Test
    void an_order_goes_through_three_databases() {
        var customer = numberOf(post("/api/customers", """
                {"email": "okakura@example.org", "name": "Okakura Kakuzo"}""", HttpStatus.CREATED));
        var order = numberOf(post("/api/orders", """
                {"customerId": %d, "lines": [
                    {"sku": "TEA-0001", "quantity": 2},
                    {"sku": "POT-0001", "quantity": 1}]}""".formatted(customer), HttpStatus.CREATED));

        get("/api/orders/" + order, HttpStatus.OK)
                .jsonPath("$.total")
                .isEqualTo(93.8)
                .jsonPath("$.lines[1].sku")
                .isEqualTo("POT-0001");
        get("/api/orders", HttpStatus.OK)
                .jsonPath("$[?(@.id == %d)].lineCount".formatted(order))
                .isEqualTo(2);
        get("/api/customers/" + customer + "/turnover", HttpStatus.OK)
                .jsonPath("$.turnover")
                .isEqualTo(93.8);
        get("/api/sales", HttpStatus.OK)
                .jsonPath("$[?(@.category == 'Teapots')].day")
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString())
                .jsonPath("$[?(@.category == 'Tea')].amount")
                .isEqualTo(29.8);

        client.delete().uri("/api/orders/" + order).exchange().expectStatus().isNoContent();
        client.delete().uri("/api/orders/" + order).exchange().expectStatus().isEqualTo(HttpStatus.CONFLICT);
        get("/api/customers/" + customer + "/turnover", HttpStatus.OK)
                .jsonPath("$.turnover")
                .isEqualTo(0);
    }

    @Test
    void an_order_for_what_the_shop_does_not_know_is_refused() {
        post("/api/orders", """
                {"customerId": 4711, "lines": [{"sku": "TEA-0001", "quantity": 1}]}""", HttpStatus.BAD_REQUEST).jsonPath("$.detail").isEqualTo("There is no customer 4711.");
        var customer = numberOf(post("/api/customers", """
                {"email": "sen@example.org", "name": "Sen no Rikyu"}""", HttpStatus.CREATED));
        post("/api/orders", """
                {"customerId": %d, "lines": [{"sku": "TEA-9999", "quantity": 1}]}""".formatted(customer), HttpStatus.BAD_REQUEST)
                .jsonPath("$.detail")
                .isEqualTo("Not sold here: TEA-9999.");
        get("/api/orders/4711", HttpStatus.NOT_FOUND).jsonPath("$.detail").isEqualTo("There is no order 4711.");
    }

    private static long numberOf(RestTestClient.BodyContentSpec created) {
        var number = new AtomicLong();
        created.jsonPath("$.id").value(Number.class, id -> number.set(id.longValue()));
        return number.get();
    }

    private RestTestClient.BodyContentSpec get(String path, HttpStatus expected) {
        return client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }

    private RestTestClient.BodyContentSpec post(String path, String body, HttpStatus expected) {
        return client.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody();
    }
}
