package dev.migrations.script;

import dev.migrations.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code -- migrations: key=value …} out of a script's comments as they pass by. */
final class DirectiveReader {

    static final List<String> KEYS =
            List.of("transaction", "run", "lock-timeout", "lock-retry-budget", "statement-timeout", "lint-ignore");

    private static final byte[] PREFIX = "migrations:".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern CODES = Pattern.compile("[a-z0-9-]+(,[a-z0-9-]+)*");
    private static final String DURATION_FORM =
            "a number with a unit (us, ms, s, min, h, d) from 1ms to 24d, such as 5s; 0 is no limit";

    private static final String BUDGET_FORM =
            "a number with a unit (us, ms, s, min, h, d) from 1ms to 24d, such as 5min; 0 is no second try";

    private final ScriptBytes in;
    private final Set<String> seen = new HashSet<>();
    private final List<String> lintIgnore = new ArrayList<>();
    private boolean withoutTransaction;
    private boolean runAlways;
    private @Nullable Duration lockTimeout;
    private @Nullable Duration lockRetryBudget;
    private @Nullable Duration statementTimeout;

    DirectiveReader(ScriptBytes in) {
        this.in = in;
    }

    ScriptDirectives directives() {
        return seen.isEmpty()
                ? ScriptDirectives.NONE
                : new ScriptDirectives(
                        withoutTransaction, runAlways, lockTimeout, lockRetryBudget, statementTimeout, lintIgnore);
    }

    /** A line comment; most are no directive, which its first bytes tell. */
    void comment(long start, long end, boolean inHead) {
        var at = in.index(start) + 2;
        var last = in.index(end);
        while (at < last && (in.buffer[at] == ' ' || in.buffer[at] == '\t')) {
            at++;
        }
        for (var i = 0; i < PREFIX.length; i++) {
            if (at + i >= last || in.buffer[at + i] != PREFIX[i]) {
                return;
            }
        }
        if (!inHead) {
            throw in.defect(start, DirectiveProblems.lateDirective());
        }
        var from = in.offsetOf(at + PREFIX.length);
        readAll(in.text(from, end), from);
    }

    private void readAll(String text, long offset) {
        var words = WORD.matcher(text);
        while (words.find()) {
            var before = text.substring(0, words.start()).getBytes(StandardCharsets.UTF_8).length;
            read(words.group(), offset + before);
        }
    }

    private void read(String word, long offset) {
        var equals = word.indexOf('=');
        if (equals < 0) {
            throw in.defect(offset, DirectiveProblems.directiveWithoutValue(word));
        }
        var key = word.substring(0, equals);
        var value = word.substring(equals + 1);
        var valueOffset = offset + key.getBytes(StandardCharsets.UTF_8).length + 1;
        if (!KEYS.contains(key)) {
            throw in.defect(offset, DirectiveProblems.unknownDirective(key));
        }
        if (!seen.add(key) && !key.equals("lint-ignore")) {
            throw in.defect(offset, DirectiveProblems.repeatedDirective(key));
        }
        var problem = set(key, value);
        if (problem != null) {
            throw in.defect(valueOffset, problem);
        }
    }

    private @Nullable Problem set(String key, String value) {
        switch (key) {
            case "transaction" -> withoutTransaction = value.equals("none");
            case "run" -> runAlways = value.equals("always");
            case "lock-timeout" -> lockTimeout = PostgresDuration.parse(value).orElse(null);
            case "lock-retry-budget" ->
                lockRetryBudget = PostgresDuration.parse(value).orElse(null);
            case "statement-timeout" ->
                statementTimeout = PostgresDuration.parse(value).orElse(null);
            default -> lintIgnore.addAll(codes(value));
        }
        return switch (key) {
            case "transaction" -> withoutTransaction ? null : wrong(key, value, "transaction=none, or leave it out");
            case "run" -> runAlways ? null : wrong(key, value, "run=always, or leave it out");
            case "lock-timeout" -> lockTimeout != null ? null : wrong(key, value, DURATION_FORM);
            case "lock-retry-budget" -> lockRetryBudget != null ? null : wrong(key, value, BUDGET_FORM);
            case "statement-timeout" -> statementTimeout != null ? null : wrong(key, value, DURATION_FORM);
            default ->
                CODES.matcher(value).matches() ? null : wrong(key, value, "rule codes with commas between: code,code");
        };
    }

    private static Problem wrong(String key, String value, String wanted) {
        return DirectiveProblems.directiveValue(key, value, wanted);
    }

    private static List<String> codes(String value) {
        return CODES.matcher(value).matches() ? List.of(value.split(",", -1)) : List.of();
    }
}
