package dev.migrations.test.spring;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;

/** The definition of a data source that takes the place of another one: whoever would have been given that gets this. */
final class SwitchingDefinition {

    private SwitchingDefinition() {}

    static RootBeanDefinition of(AbstractBeanDefinition original, SwitchingDataSource source) {
        var definition = new RootBeanDefinition(SwitchingDataSource.class, () -> source);
        definition.setPrimary(original.isPrimary());
        definition.setFallback(original.isFallback());
        definition.setAutowireCandidate(original.isAutowireCandidate());
        definition.setDefaultCandidate(original.isDefaultCandidate());
        definition.copyQualifiersFrom(original);
        definition.setQualifiedElement(qualified(original));
        definition.setDestroyMethodName("close");
        return definition;
    }

    /** What bears the annotations that are qualifiers. */
    private static @Nullable AnnotatedElement qualified(AbstractBeanDefinition original) {
        if (!(original instanceof AnnotatedBeanDefinition annotated)) {
            return null;
        }
        var method = annotated.getFactoryMethodMetadata();
        return method == null
                ? ClassUtils.resolveClassName(annotated.getMetadata().getClassName(), null)
                : factoryMethod(method);
    }

    private static @Nullable AnnotatedElement factoryMethod(MethodMetadata factory) {
        var declaring = ClassUtils.resolveClassName(factory.getDeclaringClassName(), null);
        return Arrays.stream(declaring.getDeclaredMethods())
                .filter(method -> method.getName().equals(factory.getMethodName()))
                .filter(method -> method.getReturnType().getName().equals(factory.getReturnTypeName()))
                .findFirst()
                .orElse(null);
    }
}
