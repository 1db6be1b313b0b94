package dev.migrations.script;

import java.util.Set;

/** The words that cannot be a table's or a column's name without quotes (PostgreSQL manual, appendix C, for version 18). */
final class ReservedWords {

    private static final Set<String> RESERVED =
            Set.of(("all analyse analyze and any array as asc asymmetric both case cast"
                            + " check collate column constraint create current_catalog current_date current_role current_time"
                            + " current_timestamp current_user default deferrable desc distinct do else end except false fetch"
                            + " for foreign from grant group having in initially intersect into lateral leading limit localtime"
                            + " localtimestamp not null offset on only or order placing primary references returning select"
                            + " session_user some symmetric system_user table then to trailing true union unique user using"
                            + " variadic when where window with")
                    .split(" ", -1));
    private static final Set<String> FUNCTION_OR_TYPE = Set.of(("authorization binary collation concurrently cross"
                    + " current_schema freeze full ilike inner is isnull join left like natural notnull outer overlaps"
                    + " right similar tablesample verbose")
            .split(" ", -1));

    private ReservedWords() {}

    static boolean contain(String name) {
        return RESERVED.contains(name) || FUNCTION_OR_TYPE.contains(name);
    }
}
