package dev.migrations.test.spring;

import dev.migrations.test.server.DatabaseUrl;
import dev.migrations.test.server.TestServer;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The container that a {@code @ServiceConnection} names; only used where Spring Boot is there. */
final class ServiceConnections {

    private ServiceConnections() {}

    /** Empty where the details come from properties: those may lead to a database that somebody needs. */
    static Optional<TestServer> find(ConfigurableListableBeanFactory beans) {
        return Arrays.stream(beans.getBeanNamesForType(JdbcConnectionDetails.class, true, false))
                .filter(beans::containsBeanDefinition)
                .filter(name -> ContainerImageMetadata.isPresent(beans.getBeanDefinition(name)))
                .map(name -> beans.getBean(name, JdbcConnectionDetails.class))
                .findFirst()
                .map(ServiceConnections::server);
    }

    private static TestServer server(JdbcConnectionDetails details) {
        var url = DatabaseUrl.parse(details.getJdbcUrl());
        return TestServer.at(new DatabaseUrl(url.url(), details.getUsername(), details.getPassword()));
    }
}
