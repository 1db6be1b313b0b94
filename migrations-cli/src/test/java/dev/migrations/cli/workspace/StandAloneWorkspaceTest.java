package dev.migrations.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.migration.MigrationTree;
import dev.migrations.testing.MigrationFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandAloneWorkspaceTest {

    private static final String YAML = """
            spring:
              application.name: shop
            ---
            migrations:
              databases:
                db_core:
                  url: jdbc:postgresql://${CORE_HOST:localhost}:${CORE_PORT:${PGPORT:5432}}/core
                  username: app
                  password: ${CORE_PASSWORD:hush}
                tenant_1.url: jdbc:postgresql://localhost/t1
            migrations.databases.tenant_2:
              url: postgres://localhost/t2
            """;

    @TempDir
    Path directory;

    @Test
    void a_configuration_file_names_databases_in_any_of_its_spellings() throws IOException {
        folder("01_core", "dbpool-name: db_core");
        folder("02_tenants", "dbpool-name: tenant_*");
        assertThat(assigned(config(YAML), null)).containsExactly(Set.of("db_core"), Set.of("tenant_1", "tenant_2"));
    }

    @Test
    void db_narrows_a_pattern_and_chooses_for_a_folder_that_names_none() throws IOException {
        folder("01_tenants", "dbpool-name: tenant_*");
        folder("02_any", "schema-table: any_migrations");
        assertThat(assigned(config(YAML), "tenant_2")).containsExactly(Set.of("tenant_2"), Set.of("tenant_2"));
    }

    @Test
    void an_unknown_name_is_answered_with_the_nearest() throws IOException {
        folder("01_core", "dbpool-name: db_cor");
        var config = config(YAML);
        assertThatThrownBy(() -> assigned(config, null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("did you mean db_core?");
    }

    @Test
    void a_folder_that_names_none_of_several_is_told_to_choose() throws IOException {
        folder("01_any", "");
        var config = config(YAML);
        assertThatThrownBy(() -> assigned(config, null)).hasMessageContaining("--db");
    }

    @Test
    void a_variable_without_a_value_or_a_default_is_named() throws IOException {
        folder("01_any", "");
        var config = config("migrations.databases.a.url: jdbc:postgresql://${NO_SUCH_HOST}/a");
        assertThatThrownBy(() -> assigned(config, null)).hasMessageContaining("NO_SUCH_HOST");
    }

    @Test
    void only_the_variables_of_the_chosen_database_are_needed() throws IOException {
        folder("01_core", "dbpool-name: db_core");
        var config = config(YAML + "migrations.databases.other.url: jdbc:postgresql://${NO_SUCH_HOST}/a\n");
        assertThat(assigned(config, null)).containsExactly(Set.of("db_core"));
    }

    @Test
    void a_document_of_another_profile_does_not_count() throws IOException {
        folder("01_any", "");
        var config = config("""
                migrations.databases.main.url: jdbc:postgresql://localhost/dev
                ---
                spring.config.activate.on-profile: [production, staging]
                migrations.databases.main.url: jdbc:postgresql://localhost/prod
                ---
                spring: {config: {activate: {on-cloud-platform: kubernetes}}}
                migrations.databases.main.url: jdbc:postgresql://localhost/cloud
                """);
        assertThat(place(config, Map.of())).isEqualTo("localhost:5432/dev");
        assertThat(place(config, Map.of("SPRING_PROFILES_ACTIVE", "debug, production")))
                .isEqualTo("localhost:5432/prod");
    }

    @Test
    void an_expression_of_profiles_is_not_guessed() throws IOException {
        folder("01_any", "");
        var config = config("""
                spring: {config: {activate: {on-profile: "!production"}}}
                migrations.databases.main.url: jdbc:postgresql://localhost/dev
                """);
        assertThatThrownBy(() -> place(config, Map.of())).hasMessageContaining("!production");
    }

    private static String place(Path config, Map<String, String> environment) {
        var addresses = ApplicationYaml.read(config, environment);
        return addresses.values().iterator().next().get().place();
    }

    @Test
    void broken_yaml_is_told_by_its_place_and_not_quoted() throws IOException {
        folder("01_any", "");
        var config = config("migrations:\n  databases: {a: {password: hush, url: [}\n");
        assertThatThrownBy(() -> assigned(config, null))
                .hasMessageContaining("application.yml:2:")
                .hasMessageNotContaining("hush");
    }

    @Test
    void two_folders_of_one_url_would_share_a_history() throws IOException {
        folder("01_core", "dbpool-name: db_core");
        folder("02_orders", "dbpool-name: db_orders");
        var url = new ConnectionOptions(null, "postgres://localhost/one", null, null, null);
        assertThatThrownBy(() -> assigned(url)).hasMessageContaining("--folder 02_orders");
        folder("02_orders", "schema-table: orders_migrations");
        assertThat(assigned(url)).containsExactly(Set.of("db_core"), Set.of("one"));
    }

    @Test
    void a_password_file_that_is_not_there_is_wrong_usage() throws IOException {
        folder("01_any", "");
        var options =
                new ConnectionOptions(null, "postgres://localhost/one", null, directory.resolve("no_such_file"), null);
        assertThatThrownBy(() -> assigned(options)).hasMessageContaining("no_such_file");
    }

    private void folder(String name, String settings) throws IOException {
        var folder = directory.resolve("migrations").resolve(name);
        Files.createDirectories(folder);
        MigrationFiles.in(folder).with("migration.yaml", settings).with("001_x.sql", "select 1;");
    }

    private Path config(String yaml) throws IOException {
        return Files.writeString(directory.resolve("application.yml"), yaml);
    }

    private List<Set<String>> assigned(Path config, @Nullable String database) {
        return assigned(new ConnectionOptions(database, null, null, null, config));
    }

    private List<Set<String>> assigned(ConnectionOptions options) {
        var tree = MigrationTree.read(
                directory.resolve("migrations").toString(), getClass().getClassLoader());
        return StandAloneWorkspace.of(options, Map.of()).assign(tree.folders()).stream()
                .map(assigned -> assigned.databases().keySet())
                .collect(Collectors.toList());
    }
}
