package dev.migrations.rule;

import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A unique or primary key whose index is built before it, concurrently. */
record ConcurrentKey(QualifiedName table, Constraint key) {

    private static final Pattern PARTS = Pattern.compile(
            "(unique|primary key) ?(?<nulls>nulls( not)? distinct)? ?(\\([^)]*\\))? ?(?<include>include ?\\([^)]*\\))?"
                    + " ?(?<with>with ?\\([^)]*\\))?( ?using index (?<tablespace>tablespace [^ ]+))? ?(?<attributes>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A key with a range in it (since 18) cannot be made of an index. */
    boolean isPossible() {
        return !key.definition().toLowerCase(Locale.ROOT).contains("without overlaps");
    }

    Identifier name() {
        return ConstraintNames.of(table, key);
    }

    String createIndex() {
        var columns = key.columns().stream().map(Identifier::sql).collect(Collectors.joining(", "));
        return "create unique index concurrently %s on %s (%s)%s;"
                .formatted(name(), table, columns, parts("include", "nulls", "with", "tablespace"));
    }

    String addConstraint() {
        var kind = key.kind() == Kind.UNIQUE ? "unique" : "primary key";
        return "alter table %s add constraint %s %s using index %s%s;"
                .formatted(table, name(), kind, name(), parts("attributes"));
    }

    private String parts(String... names) {
        var matcher = PARTS.matcher(key.definition());
        return matcher.matches()
                ? Stream.of(names)
                        .map(matcher::group)
                        .filter(part -> part != null && !part.isEmpty())
                        .map(part -> " " + part)
                        .collect(Collectors.joining())
                : "";
    }
}
