package dev.migrations.spring.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts real applications, ready listeners and failure handling included. */
public final class TestApplication {

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Class<?>[] sources;
    private WebApplicationType type = WebApplicationType.NONE;

    private TestApplication(Class<?>... sources) {
        this.sources = sources;
    }

    /** An application of auto-configurations and these classes. */
    public static TestApplication of(MigrationFiles files, Class<?>... sources) {
        var all = Arrays.copyOf(sources, sources.length + 1);
        all[sources.length] = Automatic.class;
        return new TestApplication(all).with("migrations.location", "file:" + files.root());
    }

    /** The usual data source. */
    public TestApplication onDatabase(String url) {
        return with("spring.datasource.url", url);
    }

    /** One property. */
    public TestApplication with(String key, Object value) {
        properties.put(key, value);
        return this;
    }

    /** With a server at a free port. */
    public TestApplication withServer() {
        type = WebApplicationType.SERVLET;
        return with("server.port", 0);
    }

    /** Starts it, with these arguments before its properties. */
    public ConfigurableApplicationContext run(String... words) {
        var application = new SpringApplication(sources);
        application.setWebApplicationType(type);
        application.setRegisterShutdownHook(false);
        var arguments = new ArrayList<>(List.of(words));
        properties.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return application.run(arguments.toArray(String[]::new));
    }

    @EnableAutoConfiguration
    static class Automatic {}
}
