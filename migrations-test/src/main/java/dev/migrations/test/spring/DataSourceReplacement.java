package dev.migrations.test.spring;

import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import dev.migrations.test.server.TestServer;
import dev.migrations.test.template.SeedScript;
import dev.migrations.test.template.TemplateContents;
import dev.migrations.test.template.TemplateDatabase;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;

/**
 * Replaces the definitions of data sources by those of {@link SwitchingDataSource}s. Name, aliases, qualifiers and whether it
 * is the primary one stay; the pool that a definition would have made, and what only that needs, is never made.
 */
final class DataSourceReplacement implements BeanDefinitionRegistryPostProcessor, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger("dev.migrations.test");
    private static final String BOOT = "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails";

    private final ConfigurableApplicationContext context;
    private final String location;
    private final List<String> scripts;

    DataSourceReplacement(ConfigurableApplicationContext context, String location, List<String> scripts) {
        this.context = context;
        this.location = location;
        this.scripts = scripts;
    }

    /** After all definitions are there. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        var beans = context.getBeanFactory();
        var loader = ClassUtils.getDefaultClassLoader();
        var classLoader = loader == null ? DataSourceReplacement.class.getClassLoader() : loader;
        var seeds = scripts.stream()
                .map(script -> SeedScript.read(script, classLoader))
                .toList();
        var databases = new ContextDatabases();
        FolderBeans.of(MigrationTree.read(place(), classLoader).folders(), beans, context.getEnvironment())
                .forEach((bean, folders) -> {
                    var source = databases.add(bean, template(folders, seeds, beans));
                    replace(bean, source, registry);
                });
        registry.registerBeanDefinition(
                ContextDatabases.class.getName(), new RootBeanDefinition(ContextDatabases.class, () -> databases));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {}

    private String place() {
        return location.isEmpty()
                ? context.getEnvironment().getProperty("migrations.location", "classpath:migrations")
                : location;
    }

    /** Asked for when the first connection is: a container of the context runs by then. */
    private static Supplier<TemplateDatabase> template(
            List<MigrationFolder> folders, List<SeedScript> seeds, ConfigurableListableBeanFactory beans) {
        return () -> TemplateDatabase.of(TemplateContents.of(folders).withScripts(seeds), server(beans));
    }

    private static TestServer server(ConfigurableListableBeanFactory beans) {
        return ClassUtils.isPresent(BOOT, DataSourceReplacement.class.getClassLoader())
                ? ServiceConnections.find(beans).orElseGet(TestServer::find)
                : TestServer.find();
    }

    private static void replace(String bean, SwitchingDataSource source, BeanDefinitionRegistry registry) {
        LOG.debug("the data source {} leads to a copy of its own for each test", bean);
        var definition = (AbstractBeanDefinition) registry.getBeanDefinition(bean);
        registry.removeBeanDefinition(bean);
        registry.registerBeanDefinition(bean, SwitchingDefinition.of(definition, source));
    }
}
