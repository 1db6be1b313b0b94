package dev.migrations.test.spring;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** An application whose DataSource is auto-configured. */
@SpringBootConfiguration
@EnableAutoConfiguration
class OneDatabase {}
