package dev.migrations.rule;

import dev.migrations.ddl.DataType;
import dev.migrations.ddl.DdlStatement;
import java.util.List;

/** A rule about the types that columns are given: in a new table, as a new column, or instead of another type. */
interface ColumnTypeRule extends LintRule {

    /** Whether there is a better one. */
    boolean isBad(DataType type);

    /** What is wrong with it. */
    Finding judge(TypedColumn column, Surroundings around);

    @Override
    default Severity severity() {
        return Severity.WARNING;
    }

    @Override
    default List<Finding> check(DdlStatement statement, Surroundings around) {
        return TypedColumn.of(statement).stream()
                .filter(column -> isBad(column.type()))
                .map(column -> judge(column, around))
                .toList();
    }

    /** A finding whose safe way is another type. */
    default Finding retype(TypedColumn column, Surroundings around, String message, String why, String newType) {
        return finding(column.place(), message, column.advice(why, newType, around), column.safeSql(newType, around));
    }
}
