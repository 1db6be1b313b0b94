package dev.migrations.test.spring;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** A part of the key under which a context is cached. */
record MigratedDatabaseCustomizer(String location, List<String> scripts) implements ContextCustomizer {

    private static final Map<String, Object> PROPERTIES = Map.of(
            // Spring Boot's own replacement of data sources
            "spring.test.database.replace", "none",
            // copies are up to date
            "migrations.auto-migrate", "false",
            "migrations.on-pending", "ignore",
            "migrations.backfill.run", "manual");

    /** Only read where Hibernate is there, which then finds the class. */
    private static final Map<String, Object> HIBERNATE = Map.of(
            "spring.jpa.properties.hibernate.id.optimizer.pooled.preferred",
            "dev.migrations.test.spring.EverySequenceValue");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        var sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("migratedDatabase", PROPERTIES));
        // last, for an application may have a preference
        sources.addLast(new MapPropertySource("migratedDatabaseHibernate", HIBERNATE));
        var registry = (BeanDefinitionRegistry) context.getBeanFactory();
        var definition = new RootBeanDefinition(
                DataSourceReplacement.class, () -> new DataSourceReplacement(context, location, scripts));
        registry.registerBeanDefinition(DataSourceReplacement.class.getName(), definition);
    }
}
