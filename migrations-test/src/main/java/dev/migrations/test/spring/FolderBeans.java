package dev.migrations.test.spring;

import dev.migrations.migration.MigrationFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Which data sources each folder is for, as the starter decides it: those that its {@code dbpool-name} names, by bean name or
 * alias, else the only or primary one. A folder that is not enabled counts, too: a test that uses its database wants it
 * migrated. Data sources that wrap or route to others are left as they are.
 */
final class FolderBeans {

    private final ConfigurableListableBeanFactory beans;
    private final Map<String, String> byName = new LinkedHashMap<>();
    private final Map<String, List<MigrationFolder>> folders = new LinkedHashMap<>();

    private FolderBeans(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        Arrays.stream(beans.getBeanNamesForType(DataSource.class, false, false))
                .filter(this::isReplaceable)
                .forEach(bean -> {
                    byName.put(bean, bean);
                    Arrays.stream(beans.getAliases(bean)).forEach(alias -> byName.putIfAbsent(alias, bean));
                });
    }

    /** The folders of each data source, in the order in which they run. */
    static Map<String, List<MigrationFolder>> of(
            List<MigrationFolder> folders, ConfigurableListableBeanFactory beans, Environment environment) {
        var found = new FolderBeans(beans);
        folders.forEach(folder -> found.assign(folder, environment));
        if (found.folders.isEmpty()) {
            throw NoDataSourceException.of(folders, List.copyOf(found.byName.keySet()));
        }
        return found.folders;
    }

    private void assign(MigrationFolder folder, Environment environment) {
        var selector = folder.settings().databases();
        var known = byName.keySet();
        var chosen = selector.isEmpty() ? preferred().stream().toList() : selector.select(known);
        var missing = selector.unmatched(known).stream()
                .filter(name -> !environment.containsProperty("migrations.databases." + name + ".url"))
                .toList();
        if (folder.settings().enabled() && !missing.isEmpty()) {
            throw NoDataSourceException.unknown(folder, missing.get(0), List.copyOf(known));
        }
        if (folder.settings().enabled() && selector.isEmpty() && chosen.isEmpty()) {
            throw NoDataSourceException.notChosen(folder, List.copyOf(known));
        }
        chosen.stream().map(byName::get).distinct().forEach(bean -> folders.computeIfAbsent(
                        bean, name -> new ArrayList<>())
                .add(folder));
    }

    private boolean isReplaceable(String bean) {
        var type = beans.getType(bean, false);
        return beans.containsBeanDefinition(bean)
                && beans.getBeanDefinition(bean) instanceof AbstractBeanDefinition
                && (type == null
                        || !(AbstractRoutingDataSource.class.isAssignableFrom(type)
                                || DelegatingDataSource.class.isAssignableFrom(type)));
    }

    private Optional<String> preferred() {
        var all = byName.values().stream().distinct().toList();
        return only(all.stream()
                        .filter(bean -> beans.getBeanDefinition(bean).isPrimary())
                        .toList())
                .or(() -> only(all.stream().filter(this::isDefaultCandidate).toList()))
                .or(() -> only(all));
    }

    private boolean isDefaultCandidate(String bean) {
        return beans.getBeanDefinition(bean) instanceof AbstractBeanDefinition definition
                && definition.isAutowireCandidate()
                && definition.isDefaultCandidate();
    }

    private static Optional<String> only(List<String> names) {
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }
}
