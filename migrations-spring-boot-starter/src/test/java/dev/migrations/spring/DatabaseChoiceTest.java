package dev.migrations.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrations.spring.database.ApplicationDatabase;
import dev.migrations.spring.testing.DataSourceBeans;
import dev.migrations.spring.testing.MigrationFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** No server answers here: nothing may connect before the run. */
class DatabaseChoiceTest {

    @TempDir
    Path directory;

    private MigrationFiles files = new MigrationFiles(Path.of(""));

    @BeforeEach
    void prepare() {
        files = new MigrationFiles(directory).with("01_core/001_a.up.sql", "select 1;");
    }

    @Test
    void a_name_may_mean_beans_that_nobody_gets_by_default_lazy_ones_and_aliases() {
        folder("01_core", "dbpool-name: second");
        folder("02_lazy", "dbpool-name: third");
        folder("03_alias", "dbpool-name: other_name");
        choose(DataSourceBeans.ManyBeans.class, folders -> assertThat(folders)
                .containsExactly(
                        Map.entry("01_core", List.of("second")),
                        Map.entry("02_lazy", List.of("third")),
                        Map.entry("03_alias", List.of("aliased"))));
    }

    @Test
    void a_pattern_fans_out_and_takes_each_database_once() {
        folder("01_core", "dbpool-name: [tenant_b, 'tenant_*']");
        choose(DataSourceBeans.Tenants.class, folders -> assertThat(folders)
                .containsExactly(Map.entry("01_core", List.of("tenant_b", "tenant_a", "tenant_c"))));
    }

    @Test
    void a_bean_that_wraps_another_is_the_same_database() {
        folder("01_core", "dbpool-name: 'p*'");
        choose(DataSourceBeans.Wrapped.class, folders -> assertThat(folders)
                .containsExactly(Map.entry("01_core", List.of("pool"))));
    }

    @Test
    void a_router_is_no_database_and_its_targets_that_are_no_beans_are() {
        folder("01_core", "dbpool-name: '*'");
        choose(DataSourceBeans.Router.class, folders -> assertThat(folders)
                .containsExactly(Map.entry("01_core", List.of("first", "router.east"))));
    }

    @Test
    void without_a_name_it_is_the_only_one() {
        folder("01_core", "");
        choose(DataSourceBeans.OneBean.class, folders -> assertThat(folders)
                .containsExactly(Map.entry("01_core", List.of("only"))));
    }

    @Test
    void without_a_name_it_is_the_primary_one() {
        folder("01_core", "");
        choose(DataSourceBeans.OneIsPrimary.class, folders -> assertThat(folders)
                .containsExactly(Map.entry("01_core", List.of("second"))));
    }

    @Test
    void without_a_name_and_a_primary_one_the_names_are_told() {
        folder("01_core", "");
        refuse(
                DataSourceBeans.Tenants.class,
                "database-not-chosen",
                "tenant_b, tenant_a, tenant_c",
                "dbpool-name: tenant_b");
    }

    @Test
    void a_name_that_means_nothing_is_told_with_the_nearest() {
        folder("01_core", "dbpool-name: tenantb");
        refuse(
                DataSourceBeans.Tenants.class,
                "unknown-database",
                "tenant_b, tenant_a, tenant_c",
                "did you mean `dbpool-name: tenant_b`?");
    }

    @Test
    void without_any_database_the_properties_are_told() {
        folder("01_core", "");
        refuse(
                DataSourceBeans.Nothing.class,
                "no-database",
                "there is no database for 01_core",
                "spring.datasource.url");
    }

    @Test
    void two_folders_cannot_share_a_history() {
        folder("01_core", "dbpool-name: only");
        folder("02_more", "schema-table: schema_migrations");
        refuse(
                DataSourceBeans.OneBean.class,
                "shared-history-table",
                "the folders 01_core and 02_more",
                "schema_migrations_2");
    }

    @Test
    void two_folders_may_share_a_database() {
        folder("01_core", "dbpool-name: only");
        folder("02_more", "schema-table: more_migrations");
        choose(DataSourceBeans.OneBean.class, folders -> assertThat(folders).hasSize(2));
    }

    @Test
    void all_problems_are_told_at_once() {
        folder("01_core", "dbpool-name: one");
        folder("02_more", "dbpool-name: two");
        runner(DataSourceBeans.OneBean.class).run(context -> assertThat(catchThrowableOfType(
                                DatabaseChoiceException.class, () -> context.getBean(ApplicationMigrations.class)
                                        .folders()
                                        .all())
                        .problems())
                .hasSize(2));
    }

    @Test
    void a_folder_that_is_not_enabled_may_name_a_database_that_is_not_there() {
        folder("01_core", "dbpool-name: elsewhere\nenabled: false");
        choose(DataSourceBeans.OneBean.class, folders -> assertThat(folders)
                .containsExactly(Map.entry("01_core", List.of())));
    }

    @Test
    void settings_add_a_name_or_take_one_over() {
        folder("01_core", "dbpool-name: only");
        folder("02_more", "dbpool-name: db_more");
        runner(DataSourceBeans.OneBean.class)
                .withPropertyValues(
                        "migrations.databases.only.url=jdbc:postgresql://elsewhere/core",
                        "migrations.databases.only.username=migrator",
                        "migrations.databases.db_more.url=jdbc:postgresql://elsewhere/more")
                .run(context -> assertThat(context.getBean(ApplicationMigrations.class).folders().all().stream()
                                .flatMap(folder -> folder.databases().stream())
                                .map(database -> database.name() + " " + database.source()))
                        .satisfiesExactly(
                                only -> assertThat(only)
                                        .startsWith("only")
                                        .contains("PGHOST=elsewhere", "PGDBNAME=core", "user=migrator"),
                                more -> assertThat(more).startsWith("db_more").contains("PGDBNAME=more")));
    }

    @Test
    void two_users_of_one_database_share_its_history() {
        folder("01_core", "dbpool-name: db_one");
        folder("02_more", "dbpool-name: db_two");
        runner(DataSourceBeans.Nothing.class)
                .withPropertyValues(
                        "migrations.databases.db_one.url=jdbc:postgresql://elsewhere/core?ssl=false",
                        "migrations.databases.db_one.username=one",
                        "migrations.databases.db_two.url=jdbc:postgresql://elsewhere:5432/core",
                        "migrations.databases.db_two.username=two")
                .run(context -> assertThat(catchThrowableOfType(
                                DatabaseChoiceException.class, () -> context.getBean(ApplicationMigrations.class)
                                        .folders()
                                        .all()))
                        .hasMessageContaining("the folders 01_core and 02_more would both keep their history"));
    }

    @Test
    void settings_from_the_environment_lose_their_underscores() {
        folder("01_core", "dbpool-name: tenant_a");
        runner(DataSourceBeans.Tenants.class)
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment",
                                Map.of("MIGRATIONS_DATABASES_TENANTA_URL", "jdbc:postgresql://elsewhere/a"))))
                .run(context -> assertThat(context.getBean(ApplicationMigrations.class)
                                .folders()
                                .all()
                                .get(0)
                                .databases()
                                .get(0))
                        .satisfies(database -> assertThat(database.name()).isEqualTo("tenant_a"))
                        .satisfies(database ->
                                assertThat(database.place().toString()).contains("PGHOST=elsewhere", "PGDBNAME=a")));
    }

    private void folder(String name, String settings) {
        files.with(name + "/migration.yaml", settings).with(name + "/001_a.up.sql", "select 1;");
    }

    private ApplicationContextRunner runner(Class<?> beans) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrationsAutoConfiguration.class))
                .withUserConfiguration(beans)
                .withPropertyValues("migrations.location=" + directory);
    }

    private void choose(Class<?> beans, Consumer<List<Map.Entry<String, List<String>>>> check) {
        runner(beans)
                .run(context -> check.accept(context.getBean(ApplicationMigrations.class).folders().all().stream()
                        .map(folder -> Map.entry(
                                folder.name(),
                                folder.databases().stream()
                                        .map(ApplicationDatabase::name)
                                        .toList()))
                        .toList()));
    }

    private void refuse(Class<?> beans, String code, String message, String hint) {
        runner(beans).run(context -> {
            var folders = context.getBean(ApplicationMigrations.class).folders();
            var problem = catchThrowableOfType(DatabaseChoiceException.class, folders::all)
                    .problems()
                    .get(0);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).contains(message);
            assertThat(problem.hint()).contains(hint);
        });
    }
}
