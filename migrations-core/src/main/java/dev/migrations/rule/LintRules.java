package dev.migrations.rule;

import java.util.List;
import java.util.Optional;

/** All rules there are. */
public final class LintRules {

    /** Asked about a script that cannot be read. */
    public static final SyntaxError SYNTAX_ERROR = new SyntaxError();
    /** Asked about what a script ignores. */
    public static final UnusedIgnore UNUSED_IGNORE = new UnusedIgnore();
    /** Asked about what a script ignores. */
    public static final RequireIgnoreReason REQUIRE_IGNORE_REASON = new RequireIgnoreReason();

    private static final List<LintRule> ALL = List.of(
            new AddingFieldWithDefault(),
            new AddingForeignKeyConstraint(),
            new AddingNotNullableField(),
            new BanDropColumn(),
            new ChangingColumnType(),
            new ConstraintMissingNotValid(),
            new NotUnderstood(),
            new RequireConcurrentIndexCreation(),
            REQUIRE_IGNORE_REASON,
            SYNTAX_ERROR,
            UNUSED_IGNORE);

    private LintRules() {}

    /** All of them, by code. */
    public static List<LintRule> all() {
        return ALL;
    }

    /** The rule of a code. */
    public static Optional<LintRule> find(String code) {
        return ALL.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }
}
