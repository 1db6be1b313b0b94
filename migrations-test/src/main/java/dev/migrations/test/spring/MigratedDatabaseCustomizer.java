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
            "migrations.backfill.run", "manual",
            // ids that Hibernate has reserved belong to a sequence of another database by the next test
            "spring.jpa.properties.hibernate.id.optimizer.pooled.preferred", "none",
            "spring.jpa.properties.hibernate.id.sequence.increment_size_mismatch_strategy", "none");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("migratedDatabase", PROPERTIES));
        var registry = (BeanDefinitionRegistry) context.getBeanFactory();
        var definition = new RootBeanDefinition(
                DataSourceReplacement.class, () -> new DataSourceReplacement(context, location, scripts));
        registry.registerBeanDefinition(DataSourceReplacement.class.getName(), definition);
    }
}
