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
            new AddingRequiredField(),
            new BanAlterDomainWithAddConstraint(),
            new BanCharField(),
            new BanCreateDomainWithConstraint(),
            new BanDropCascade(),
            new BanDropColumn(),
            new BanDropDatabase(),
            new BanDropNotNull(),
            new BanDropSchema(),
            new BanDropTable(),
            new BanDuplicateColumnAssignments(),
            new BanRecreatingTable(),
            new ChangingColumnType(),
            new ChangingColumnTypeWithNotNull(),
            new ChangingConstrainedColumnType(),
            new ConstraintMissingNotValid(),
            new IdentifierTooLong(),
            new NotUnderstood(),
            new PreferBigintOverInt(),
            new PreferBigintOverSmallint(),
            new PreferIdentity(),
            new PreferJsonb(),
            new PreferTextField(),
            new PreferTimestampTz(),
            new RenamingColumn(),
            new RenamingEnumValue(),
            new RenamingSchema(),
            new RenamingTable(),
            new RequireConcurrentIndexCreation(),
            new RequireEnumValueOrdering(),
            REQUIRE_IGNORE_REASON,
            new RequireTableSchema(),
            SYNTAX_ERROR,
            new TooManyIndexColumns(),
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
