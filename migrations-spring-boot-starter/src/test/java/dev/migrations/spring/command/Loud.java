package dev.migrations.spring.command;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** What an application does of its own at a start. */
@Configuration(proxyBeanMethods = false)
class Loud {

    @Bean
    CommandLineRunner runner() {
        return arguments -> System.out.println("the runner runs");
    }

    @EventListener(ApplicationStartedEvent.class)
    void hear() {
        System.out.println("the listener hears");
    }
}
