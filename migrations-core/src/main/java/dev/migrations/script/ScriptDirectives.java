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
 * @param lintIgnore         {@code lint-ignore=code,code because …}
 * @param backfill           {@code backfill table=… key=…}: the script runs in batches; null if it says no such thing
 * @param requiresBackfill   {@code requires-backfill=005}: what must be complete before it runs
 */
public record ScriptDirectives(
        boolean withoutTransaction,
        boolean runAlways,
        @Nullable Duration lockTimeout,
        @Nullable Duration lockRetryBudget,
        @Nullable Duration statementTimeout,
        List<LintIgnore> lintIgnore,
        @Nullable BackfillDirective backfill,
        List<RequiredBackfill> requiresBackfill) {

    /** A head that says nothing. */
    public static final ScriptDirectives NONE =
            new ScriptDirectives(false, false, null, null, null, List.of(), null, List.of());

    public ScriptDirectives {
        lintIgnore = List.copyOf(lintIgnore);
        requiresBackfill = List.copyOf(requiresBackfill);
    }
}
