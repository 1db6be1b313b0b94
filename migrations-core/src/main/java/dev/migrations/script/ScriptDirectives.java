package dev.migrations.script;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a script says with {@code -- migrations: key=value}.
 *
 * @param withoutTransaction {@code transaction=none}: no transaction spans two statements
 * @param runAlways          {@code run=always}: a repeatable that runs each time
 * @param lockTimeout        {@code lock-timeout=5s}; null where the folder decides
 * @param lockRetryBudget    {@code lock-retry-budget=5min}; null where the folder decides
 * @param statementTimeout   {@code statement-timeout=1min}; null where the folder decides
 * @param lintIgnore         {@code lint-ignore=code,code}
 */
public record ScriptDirectives(
        boolean withoutTransaction,
        boolean runAlways,
        @Nullable Duration lockTimeout,
        @Nullable Duration lockRetryBudget,
        @Nullable Duration statementTimeout,
        List<String> lintIgnore) {

    /** A head that says nothing. */
    public static final ScriptDirectives NONE = new ScriptDirectives(false, false, null, null, null, List.of());

    public ScriptDirectives {
        lintIgnore = List.copyOf(lintIgnore);
    }
}
