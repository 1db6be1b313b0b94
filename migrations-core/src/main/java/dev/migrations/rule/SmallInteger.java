package dev.migrations.rule;

/** What is said of integers that end too soon. */
final class SmallInteger {

    private static final String MESSAGE =
            "%s of %s is %s, which ends at %s: a larger value fails, for a counter every INSERT from then on, and a change of type writes all of %s anew while reads and writes are blocked";

    private SmallInteger() {}

    static Finding judge(ColumnTypeRule rule, TypedColumn column, Surroundings around, String last) {
        var table = column.table();
        var type = column.type();
        var message = MESSAGE.formatted(column.name(), table, type, last, table);
        if (type.isSerial()) {
            return PreferIdentity.replace(rule, column, around, message);
        }
        return rule.retype(column, around, message, "use bigint", "bigint");
    }
}
