package dev.migrations.test.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link AutoConfigureMigratedDatabase} on a test class, or on one that encloses it. */
final class MigratedDatabaseCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        var annotation =
                TestContextAnnotationUtils.findMergedAnnotation(testClass, AutoConfigureMigratedDatabase.class);
        return annotation == null
                ? null
                : new MigratedDatabaseCustomizer(annotation.location(), List.of(annotation.scripts()));
    }
}
