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
            new AddingAutoIncrementField(),
            new AddingExclusionConstraint(),
            new AddingFieldWithDefault(),
            new AddingForeignKeyConstraint(),
            new AddingNotNullableField(),
            new AddingRequiredField(),
            new AddingSerialPrimaryKeyField(),
            new AttachingPartitionWithScan(),
            new BanAlterDomainWithAddConstraint(),
            new BanCharField(),
            new BanConcurrentIndexCreationInTransaction(),
            new BanCreateDomainWithConstraint(),
            new BanDropCascade(),
            new BanDropColumn(),
            new BanDropDatabase(),
            new BanDropNotNull(),
            new BanDropSchema(),
            new BanDropTable(),
            new BanDuplicateColumnAssignments(),
            new BanLockTable(),
            new BanRecreatingTable(),
            new BanTruncateCascade(),
            new BanUnboundedDataChange(),
            new BanUncommittedTransaction(),
            new ChangingColumnType(),
            new ChangingColumnTypeWithNotNull(),
            new ChangingConstrainedColumnType(),
            new ConcurrentIndexCorruption(),
            new ConstraintMissingNotValid(),
            new DisallowedUniqueConstraint(),
            new DroppingUsedIndex(),
            new IdentifierTooLong(),
            new NotUnderstood(),
            new PreferBigintOverInt(),
            new PreferBigintOverSmallint(),
            new PreferIdentity(),
            new PreferJsonb(),
            new PreferRepack(),
            new PreferRobustStmts(),
            new PreferTextField(),
            new PreferTimestampTz(),
            new RenamingColumn(),
            new RenamingEnumValue(),
            new RenamingSchema(),
            new RenamingTable(),
            new RequireConcurrentIndexCreation(),
            new RequireConcurrentIndexDeletion(),
            new RequireConcurrentPartitionDetach(),
            new RequireConcurrentRefresh(),
            new RequireConcurrentReindex(),
            new RequireEnumValueOrdering(),
            REQUIRE_IGNORE_REASON,
            new RequireLockTimeout(),
            new RequireStatementTimeout(),
            new RequireTableSchema(),
            new RewritingTable(),
            SYNTAX_ERROR,
            new TooManyIndexColumns(),
            new TransactionNesting(),
            UNUSED_IGNORE,
            new ValidatingUnderStrongLock());

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
