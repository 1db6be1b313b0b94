package dev.migrations.test.spring;

import java.io.Serializable;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.AccessCallback;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Asks the sequence for each id. Hibernate's own optimizers give out ids that they have reserved, and by the next test those
 * are reserved in a sequence of another database.
 */
public final class EverySequenceValue implements Optimizer {

    private final int incrementSize;

    /** For Hibernate, which knows it by the name of its class. */
    public EverySequenceValue(Class<?> returnClass, int incrementSize) {
        this.incrementSize = incrementSize;
    }

    @Override
    public Serializable generate(AccessCallback callback) {
        return callback.getNextValue().makeValue();
    }

    @Override
    public void reset() {
        // nothing is reserved
    }

    @Override
    public @Nullable IntegralDataTypeHolder getLastSourceValue() {
        return null;
    }

    @Override
    public int getIncrementSize() {
        return incrementSize;
    }

    /** The sequence has the increment that the mapping says, and validation finds what it expects. */
    @Override
    public boolean applyIncrementSizeToSourceValues() {
        return true;
    }

    @Override
    public Expression createLowValueExpression(Expression value, SessionFactoryImplementor factory) {
        return value;
    }
}
