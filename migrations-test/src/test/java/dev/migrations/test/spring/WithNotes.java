package dev.migrations.test.spring;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Where JPA is a part of the test. */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = Note.class)
@EnableJpaRepositories(basePackageClasses = Note.class, considerNestedRepositories = true)
class WithNotes {}
