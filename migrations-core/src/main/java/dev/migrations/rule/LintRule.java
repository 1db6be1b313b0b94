package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Place;
import java.util.List;

/** One thing that can be wrong with a statement; keeps no state. */
public interface LintRule {

    /** Stable and kebab-case: {@code ban-drop-column}. Where squawk has the rule, it is squawk's name for it. */
    String code();

    /** How much a finding weighs unless the folder says otherwise. */
    Severity severity();

    /** What it has against a statement; empty, mostly. */
    List<Finding> check(DdlStatement statement, Surroundings around);

    /**
     * A finding of this rule.
     *
     * @param message what is so
     * @param advice  the safe way, in a sentence
     * @param safeSql the safe way in SQL, one script for each migration that it takes
     */
    default Finding finding(Place place, String message, String advice, String... safeSql) {
        return new Finding(code(), severity(), place.location(), message, advice, List.of(safeSql), List.of(), null);
    }
}
