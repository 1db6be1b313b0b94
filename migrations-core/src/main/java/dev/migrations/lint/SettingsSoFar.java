package dev.migrations.lint;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.SetSetting;
import dev.migrations.rule.Runner;
import dev.migrations.rule.Timeouts;
import dev.migrations.rule.Timeouts.Limit;
import dev.migrations.script.SqlScript;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which limits hold at a place of a script: those it begins with, and what its statements set since. */
final class SettingsSoFar {

    private static final String LOCK = "lock_timeout";
    private static final String STATEMENT = "statement_timeout";

    private final Timeouts atStart;
    private final Map<String, Limit> ofSession = new HashMap<>();
    private final Map<String, Limit> ofTransaction = new HashMap<>();

    private SettingsSoFar(Timeouts atStart) {
        this.atStart = atStart;
    }

    /** The engine sets a lock timeout unless it is told not to; anything else sets none. */
    static SettingsSoFar of(SqlScript script, LintOptions options) {
        var settings = options.settings();
        if (options.runner() == Runner.PLAIN) {
            return new SettingsSoFar(new Timeouts(Limit.UNSET, Limit.UNSET));
        }
        return new SettingsSoFar(new Timeouts(
                limit(settings.lockTimeout(script), Limit.SET), limit(settings.statementTimeout(script), Limit.UNSET)));
    }

    Timeouts timeouts() {
        return new Timeouts(find(LOCK, atStart.lock()), find(STATEMENT, atStart.statement()));
    }

    void apply(DdlStatement statement) {
        if (!(statement instanceof SetSetting set)) {
            return;
        }
        if (set.setting().equals("all")) {
            ofSession.clear();
            ofTransaction.clear();
        } else if (set.setting().equals(LOCK) || set.setting().equals(STATEMENT)) {
            var scope = set.scope() == SetSetting.Scope.SESSION ? ofSession : ofTransaction;
            ofTransaction.remove(set.setting());
            scope.put(set.setting(), limit(set.value()));
        }
    }

    void endTransaction() {
        ofTransaction.clear();
    }

    private Limit find(String setting, Limit otherwise) {
        var session = ofSession.getOrDefault(setting, otherwise);
        return ofTransaction.getOrDefault(setting, session);
    }

    private static Limit limit(@Nullable String value) {
        if (value == null) {
            return Limit.UNSET;
        }
        return value.strip().matches("0+\\s*[a-z]*") ? Limit.LIFTED : Limit.SET;
    }

    private static Limit limit(@Nullable Duration duration, Limit otherwise) {
        if (duration == null) {
            return otherwise;
        }
        return duration.isZero() ? Limit.LIFTED : Limit.SET;
    }
}
