package dev.migrations.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the shop. Nothing here speaks of migrations: the dependency and the folders are enough. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class SampleApplication {

    /** The command line's way in. */
    public static void main(String[] args) {
        SpringApplication.run(SampleApplication.class, args);
    }
}
