package dev.migrations.sample.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The embedded server's own settings.
 *
 * @param directory where it keeps its data and its log; null for {@code target/embedded-postgres} of the sample's module
 */
@ConfigurationProperties("shop.embedded")
record EmbeddedServerProperties(@Nullable Path directory) {}
