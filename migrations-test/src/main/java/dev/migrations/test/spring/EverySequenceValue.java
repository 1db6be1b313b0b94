package dev.migrations.test.spring;

import java.io.Serializable;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.enhanced.AbstractOptimizer;
import org.hibernate.id.enhanced.AccessCallback;
import org.jspecify.annotations.Nullable;

/**
 * Asks the sequence for each id. Hibernate's own optimizers give out ids that they have reserved, and by the next test those
 * are reserved in a sequence of another database.
 */
public final class EverySequenceValue extends AbstractOptimizer {

    /** For Hibernate, which knows it by the name of its class. */
    public EverySequenceValue(Class<?> returnClass, int incrementSize) {
        super(returnClass, incrementSize);
    }

    @Override
    public Serializable generate(AccessCallback callback) {
        return callback.getNextValue().makeValue();
    }

    /** Never any that was not given out. */
    @Override
    public @Nullable IntegralDataTypeHolder getLastSourceValue() {
        return null;
    }

    /** The sequence is declared with the increment that the mapping says, so that validation finds what it expects. */
    @Override
    public boolean applyIncrementSizeToSourceValues() {
        return true;
    }
}
