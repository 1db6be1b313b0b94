package dev.migrations.spring.database;

import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Finds an application's databases. No connection is opened.
 *
 * <ol>
 *   <li>Every {@code DataSource} bean that may be injected somewhere, {@code defaultCandidate = false} and {@code @Lazy}
 *       ones too, under its name and its aliases. Beans that wrap the same root are one database.
 *   <li>A router is none itself: its targets that are no beans are {@code <router>.<key>}.
 *   <li>{@code migrations.databases} adds names, or overrides how a name is reached.
 * </ol>
 */
public final class DatabaseDiscovery {

    private final ConfigurableListableBeanFactory beans;
    private final Map<String, ApplicationDatabase> byName = new LinkedHashMap<>();
    private final IdentityHashMap<DataSource, ApplicationDatabase> byRoot = new IdentityHashMap<>();
    private final Map<String, AbstractRoutingDataSource> routers = new LinkedHashMap<>();

    private DatabaseDiscovery(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** All databases of a context, with the connection settings of {@code migrations.databases}. */
    public static ApplicationDatabases find(
            ConfigurableListableBeanFactory beans, Map<String, ConnectionSettings> settings) {
        var discovery = new DatabaseDiscovery(beans);
        SimpleAutowireCandidateResolver.resolveAutowireCandidates(beans, DataSource.class, false, true)
                .forEach(discovery::addBean);
        new LinkedHashMap<>(discovery.routers).forEach(discovery::expand);
        var primary = discovery.findPrimary().map(ApplicationDatabase::name);
        settings.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, ConnectionSettings> entry) -> isUniform(entry.getKey()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> discovery.override(entry.getKey(), entry.getValue()));
        return discovery.databases(primary);
    }

    private void addBean(String name, DataSource dataSource) {
        var root = DataSourceUnwrapper.unwrapRoot(dataSource);
        if (root instanceof AbstractRoutingDataSource router) {
            routers.put(name, router);
            return;
        }
        var database = byRoot.computeIfAbsent(root, found -> DirectConnections.database(name, found));
        byName.put(name, database);
        for (var alias : beans.getAliases(name)) {
            byName.putIfAbsent(alias, database);
        }
    }

    private void expand(String name, AbstractRoutingDataSource router) {
        router.getResolvedDataSources().forEach((key, target) -> {
            var root = DataSourceUnwrapper.unwrapRoot(target);
            var member = name + "." + key;
            if (root instanceof AbstractRoutingDataSource inner) {
                if (!routers.containsValue(inner)) {
                    expand(member, inner);
                }
            } else if (!byRoot.containsKey(root)) {
                var database = DirectConnections.database(member, root);
                byRoot.put(root, database);
                byName.put(member, database);
            }
        });
    }

    private Optional<ApplicationDatabase> findPrimary() {
        var unique = beans.getBeanProvider(DataSource.class).getIfUnique();
        var root = unique == null ? null : DataSourceUnwrapper.unwrapRoot(unique);
        if (root instanceof AbstractRoutingDataSource router) {
            var target = router.getResolvedDefaultDataSource();
            root = target == null ? null : DataSourceUnwrapper.unwrapRoot(target);
        }
        return Optional.ofNullable(root == null ? null : byRoot.get(root));
    }

    private void override(String name, ConnectionSettings settings) {
        var known = find(name);
        var own = DirectConnection.of(settings).named(known == null ? name : known.name());
        byName.replaceAll((other, database) -> database.equals(known) ? own : database);
        byName.putIfAbsent(known == null ? name : known.name(), own);
    }

    /** By its name, else by the form that is left of it in an environment variable: {@code db_core} is {@code dbcore}. */
    private @Nullable ApplicationDatabase find(String name) {
        var exact = byName.get(name);
        if (exact != null) {
            return exact;
        }
        var alike = new LinkedHashSet<ApplicationDatabase>();
        byName.forEach((other, database) -> {
            if (uniform(other).equals(uniform(name))) {
                alike.add(database);
            }
        });
        return alike.size() == 1 ? alike.iterator().next() : null;
    }

    private ApplicationDatabases databases(Optional<String> primary) {
        var preferred = primary.map(byName::get).orElseGet(() -> only(byName.values()));
        return new ApplicationDatabases(byName, preferred);
    }

    private static @Nullable ApplicationDatabase only(Collection<ApplicationDatabase> all) {
        var distinct = new LinkedHashSet<>(all);
        return distinct.size() == 1 ? distinct.iterator().next() : null;
    }

    private static boolean isUniform(String name) {
        return uniform(name).equals(name);
    }

    private static String uniform(String name) {
        return name.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
    }
}
