package dev.migrations.spring.command;

import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends the run in the place of the process. */
@Configuration(proxyBeanMethods = false)
class TestExit {

    @Bean
    CommandExit throwingExit(ConfigurableApplicationContext context) {
        return code -> {
            throw new Ended(code, context);
        };
    }

    /** The process would have ended here. */
    static final class Ended extends AbandonedRunException {

        private static final long serialVersionUID = 1;

        private final int code;
        private final transient ConfigurableApplicationContext context;

        Ended(int code, ConfigurableApplicationContext context) {
            super(context);
            this.code = code;
            this.context = context;
        }

        int code() {
            return code;
        }

        ConfigurableApplicationContext context() {
            return context;
        }
    }
}
