package dev.migrations.test;

import dev.migrations.test.template.Lifecycle;
import dev.migrations.test.template.TemplateDatabase;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** What {@link MigratedDatabase} does. Knows only what JUnit 5.13 and 6 have in common. */
final class MigratedDatabaseExtension
        implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(MigratedDatabaseExtension.class);

    /** One method of the store computes what is absent; JUnit 6 has renamed it. */
    private static final Object STORES = new Object();

    /** So that a constructor's parameter belongs to the one test that the instance is made for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(MigratedDatabase.class)
                || (DatabaseTypes.contains(parameter.getParameter().getType())
                        && findOnClass(context.getRequiredTestClass()).isPresent());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var annotation = parameter
                .findAnnotation(MigratedDatabase.class)
                .or(() -> findOnClass(context.getRequiredTestClass()))
                .orElseThrow();
        if (annotation.lifecycle() == Lifecycle.PER_METHOD
                && context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "what runs once for all tests of a class cannot be given a database that"
                            + " each test has for itself; write @MigratedDatabase(lifecycle = PER_CLASS)");
        }
        return give(annotation, parameter.getParameter().getType(), context);
    }

    /** Static fields: one database for the class. */
    @Override
    public void beforeAll(ExtensionContext context) {
        for (var field : fields(context.getRequiredTestClass())) {
            if (Modifier.isStatic(field.getModifiers())) {
                set(field, null, give(of(field), field.getType(), context));
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        for (var instance : context.getRequiredTestInstances().getAllInstances()) {
            for (var field : fields(instance.getClass())) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    set(field, instance, give(of(field), field.getType(), context));
                }
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .ifPresent(failure -> {
                    var test = context.getRequiredTestClass().getName() + " " + context.getDisplayName();
                    databases(context, Lifecycle.PER_METHOD).keep(test, failure);
                    databases(context, Lifecycle.PER_CLASS).keep(test, failure);
                });
    }

    private static Object give(MigratedDatabase annotation, Class<?> type, ExtensionContext context) {
        var lifecycle = context.getTestMethod().isEmpty() ? Lifecycle.PER_CLASS : annotation.lifecycle();
        var databases = databases(context, lifecycle);
        return DatabaseTypes.as(type, databases.get(TemplateRequest.of(annotation)), databases);
    }

    /** Those of this test, or of its outermost class. */
    private static TestDatabases databases(ExtensionContext context, Lifecycle lifecycle) {
        var owner = lifecycle == Lifecycle.PER_METHOD ? context : outermostClass(context);
        var loader = context.getRequiredTestClass().getClassLoader();
        var templates = inStore(context.getRoot(), Templates.class, Templates::new);
        return inStore(owner, lifecycle, () -> new TestDatabases(request -> templates.get(request, loader)));
    }

    private static ExtensionContext outermostClass(ExtensionContext context) {
        var outermost = context;
        for (var next = Optional.of(context);
                next.isPresent();
                next = next.get().getParent()) {
            if (next.get().getTestClass().isPresent()) {
                outermost = next.get();
            }
        }
        return outermost;
    }

    @SuppressWarnings("unchecked")
    private static <T> T inStore(ExtensionContext context, Object key, Supplier<T> making) {
        synchronized (STORES) {
            var store = context.getStore(NAMESPACE);
            var found = store.get(key);
            if (found == null) {
                found = making.get();
                store.put(key, found);
            }
            return (T) found;
        }
    }

    private static Optional<MigratedDatabase> findOnClass(Class<?> testClass) {
        for (Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
            var found = AnnotationSupport.findAnnotation(each, MigratedDatabase.class);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Iterable<Field> fields(Class<?> type) {
        return AnnotationSupport.findAnnotatedFields(type, MigratedDatabase.class);
    }

    private static MigratedDatabase of(Field field) {
        return AnnotationSupport.findAnnotation(field, MigratedDatabase.class).orElseThrow();
    }

    private static void set(Field field, @Nullable Object instance, Object value) {
        try {
            field.setAccessible(true);
            field.set(instance, value);
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException(field + " cannot be given a database; it must not be final", e);
        }
    }

    /** The files of one request are read once in a run. */
    private static final class Templates {

        private final Map<TemplateRequest, TemplateDatabase> known = new ConcurrentHashMap<>();

        TemplateDatabase get(TemplateRequest request, ClassLoader loader) {
            return known.computeIfAbsent(request, asked -> asked.template(loader));
        }
    }
}
