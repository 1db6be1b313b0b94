package dev.migrations.rule;

import dev.migrations.ddl.DataType;

/**
 * A serial column is a default on a sequence with an owner and rights of its own; an identity column is one thing (PostgreSQL
 * manual, 8.1.4 and CREATE TABLE).
 */
final class PreferIdentity implements ColumnTypeRule {

    @Override
    public String code() {
        return "prefer-identity";
    }

    @Override
    public boolean isBad(DataType type) {
        return type.isSerial();
    }

    @Override
    public Finding judge(TypedColumn column, Surroundings around) {
        return replace(
                this,
                column,
                around,
                "%s of %s is a %s: who may INSERT needs rights on its sequence too, and the default can be lost without it"
                        .formatted(column.name(), column.table(), column.type()));
    }

    /** An identity column instead of a serial one; neither can come to a table in use without writing all of it anew. */
    static Finding replace(ColumnTypeRule rule, TypedColumn column, Surroundings around, String message) {
        var definition = column.definition();
        if (definition != null && around.isCold(column.table())) {
            return rule.finding(
                    column.place(),
                    message,
                    "make it an identity column, and write: "
                            + ColumnText.withType(definition, NewColumn.IDENTITY_TYPE));
        }
        if (definition == null || !column.isAdded()) {
            return rule.retype(column, around, message, "make it an identity column", NewColumn.IDENTITY_TYPE);
        }
        var added = NewColumn.identity(column.table(), definition);
        return rule.finding(
                column.place(),
                message,
                "a serial or identity column writes all of %s anew; add a plain one that new rows number themselves, fill the old rows %s, and make it an identity column last"
                                .formatted(column.table(), added.howFilled())
                        + added.keyAdvice(around.schema()),
                added.files(around));
    }
}
