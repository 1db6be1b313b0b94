package dev.migrations.cli.workspace;

import java.util.Map;

/** Replaces {@code ${VARIABLE}} and {@code ${VARIABLE:default}}, as Spring does it; a default may hold another one. */
final class Placeholders {

    private final String file;
    private final Map<String, String> environment;

    Placeholders(String file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    String resolve(String property, String text) {
        var open = text.indexOf("${");
        var close = open < 0 ? -1 : closing(text, open + 2);
        if (close < 0) {
            return text;
        }
        var inner = text.substring(open + 2, close);
        return text.substring(0, open) + value(property, inner) + resolve(property, text.substring(close + 1));
    }

    private String value(String property, String inner) {
        var colon = inner.indexOf(':');
        var name = colon < 0 ? inner : inner.substring(0, colon);
        var found = environment.get(name);
        if (found != null) {
            return found; // as it is: a password may hold anything
        }
        if (colon < 0) {
            throw UsageException.of(
                    "config",
                    file + ": " + property + " needs the environment variable " + name + ", which is not set.",
                    "set " + name + ", or give a default: ${" + name + ":…}.");
        }
        return resolve(property, inner.substring(colon + 1));
    }

    private static int closing(String text, int from) {
        var depth = 1;
        for (var i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
