package dev.migrations.spring.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.PropertyElf;
import dev.migrations.database.ConnectionSource;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/** Opens connections beside a HikariCP pool; only used where HikariCP is on the class path. */
final class HikariConnections {

    private HikariConnections() {}

    /** Empty if it is no such pool, or one that hides where its connections come from. */
    static Optional<ApplicationDatabase> find(String name, DataSource pool) {
        if (!(pool instanceof HikariConfig config)) {
            return Optional.empty();
        }
        // credentials of a JdbcConnectionDetails bean were copied into the pool, so they are here too
        if (config.getJdbcUrl() != null) {
            return Optional.of(DirectConnection.of(
                            config.getJdbcUrl(),
                            () -> properties(config),
                            config.getSchema(),
                            config.getConnectionInitSql())
                    .named(name));
        }
        return unpooled(config).map(dataSource -> database(name, config, dataSource));
    }

    private static Properties properties(HikariConfig config) {
        var properties = new Properties();
        properties.putAll(config.getDataSourceProperties());
        var provider = config.getCredentialsProvider();
        var credentials = provider == null ? config.getCredentials() : provider.getCredentials();
        DirectConnection.put(properties, "user", credentials.getUsername());
        DirectConnection.put(properties, "password", credentials.getPassword());
        return properties;
    }

    /** What the pool itself takes its connections from. */
    private static Optional<DataSource> unpooled(HikariConfig config) {
        if (config.getDataSource() != null) {
            return Optional.of(config.getDataSource());
        }
        if (config.getDataSourceClassName() == null) {
            return Optional.empty();
        }
        var type = ClassUtils.resolveClassName(config.getDataSourceClassName(), null);
        var dataSource = (DataSource) BeanUtils.instantiateClass(type);
        PropertyElf.setTargetFromProperties(dataSource, config.getDataSourceProperties());
        return Optional.of(dataSource);
    }

    private static ApplicationDatabase database(String name, HikariConfig config, DataSource dataSource) {
        ConnectionSource source = () -> {
            var user = config.getUsername();
            return user == null ? dataSource.getConnection() : dataSource.getConnection(user, password(config));
        };
        return new ApplicationDatabase(name, source, source, dataSource);
    }

    private static @Nullable String password(HikariConfig config) {
        return config.getPassword();
    }
}
