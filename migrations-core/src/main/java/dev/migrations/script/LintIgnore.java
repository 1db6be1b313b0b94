package dev.migrations.script;

import dev.migrations.problem.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * One code of a {@code lint-ignore=code,code because …}.
 *
 * @param code     the rule's
 * @param reason   what follows {@code because}; null where nobody gave one
 * @param location where the code stands
 */
public record LintIgnore(String code, @Nullable String reason, SourceLocation location) {}
