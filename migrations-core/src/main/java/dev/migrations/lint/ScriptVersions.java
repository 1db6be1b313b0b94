package dev.migrations.lint;

import dev.migrations.rule.NextVersions;
import dev.migrations.script.SqlScript;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions that the names of scripts begin with; a single file at hand has a name, and no folder. */
final class ScriptVersions {

    private static final Pattern VERSION = Pattern.compile("(?:.*[/\\\\])?(?<digits>[0-9]{1,18})_[^/\\\\]*");

    private ScriptVersions() {}

    static NextVersions next(List<SqlScript> scripts) {
        return scripts.stream()
                .map(script -> VERSION.matcher(script.name()))
                .filter(Matcher::matches)
                .map(name -> name.group("digits"))
                .max(Comparator.comparing(Long::parseLong))
                .map(digits -> new NextVersions(Long.parseLong(digits), digits.length()))
                .orElse(NextVersions.OF_FIRST);
    }
}
