package dev.migrations.test.spring;

import dev.migrations.test.template.Lifecycle;
import java.util.function.Consumer;
import org.opentest4j.TestAbortedException;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Leads a context's data sources to other databases, before a test's transaction begins and after it has ended. */
final class MigratedDatabaseListener extends AbstractTestExecutionListener {

    /** Transactions of tests begin at 4000, and scripts ({@code @Sql}) run at 5000. */
    private static final int BEFORE_TRANSACTIONS = 3900;

    @Override
    public int getOrder() {
        return BEFORE_TRANSACTIONS;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        when(Lifecycle.PER_CLASS, test, ContextDatabases::begin);
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        when(Lifecycle.PER_METHOD, test, ContextDatabases::begin);
    }

    @Override
    public void afterTestMethod(TestContext test) {
        var failure = test.getTestException();
        if (failure != null && !(failure instanceof TestAbortedException)) {
            var name =
                    test.getTestClass().getName() + " " + test.getTestMethod().getName();
            when(Lifecycle.PER_METHOD, test, databases -> databases.keep(name, failure));
            when(Lifecycle.PER_CLASS, test, databases -> databases.keep(name, failure));
        }
        when(Lifecycle.PER_METHOD, test, ContextDatabases::end);
    }

    @Override
    public void afterTestClass(TestContext test) {
        if (test.hasApplicationContext()) {
            when(Lifecycle.PER_CLASS, test, ContextDatabases::end);
        }
    }

    private static void when(Lifecycle lifecycle, TestContext test, Consumer<ContextDatabases> action) {
        var annotation = TestContextAnnotationUtils.findMergedAnnotation(
                test.getTestClass(), AutoConfigureMigratedDatabase.class);
        if (annotation != null && annotation.lifecycle() == lifecycle) {
            action.accept(test.getApplicationContext().getBean(ContextDatabases.class));
        }
    }
}
