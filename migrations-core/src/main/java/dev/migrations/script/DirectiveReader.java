package dev.migrations.script;

import dev.migrations.problem.Problem;
import dev.migrations.script.LintIgnore.Scope;
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

    static final List<String> KEYS = List.of(
            "transaction",
            "run",
            "lock-timeout",
            "lock-retry-budget",
            "statement-timeout",
            "lint-ignore",
            "requires-backfill");

    private static final Set<String> MANY = Set.of("lint-ignore", "requires-backfill");
    private static final byte[] PREFIX = "migrations:".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern BECAUSE = Pattern.compile("\\s+because\\s+(?<reason>\\S.*)");
    private static final Pattern VERSIONS = Pattern.compile("(?=0*[1-9])[0-9]{1,18}(,(?=0*[1-9])[0-9]{1,18})*");
    private static final Pattern CODES = Pattern.compile("[a-z0-9-]+(,[a-z0-9-]+)*");
    private static final String DURATION_FORM =
            "a number with a unit (us, ms, s, min, h, d) from 1ms to 24d, such as 5s; 0 is no limit";

    private static final String BUDGET_FORM =
            "a number with a unit (us, ms, s, min, h, d) from 1ms to 24d, such as 5min; 0 is no second try";
    private static final Pattern OF_STATEMENT = Pattern.compile("\\s*lint-ignore=\\S+(\\s+because\\s.*|\\s*)");

    private final ScriptBytes in;
    private final Set<String> seen = new HashSet<>();
    private final List<LintIgnore> lintIgnore = new ArrayList<>();
    private Scope scope = Scope.SCRIPT;
    private final List<RequiredBackfill> requiresBackfill = new ArrayList<>();
    private @Nullable BackfillDirective backfill;
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
                        withoutTransaction,
                        runAlways,
                        lockTimeout,
                        lockRetryBudget,
                        statementTimeout,
                        lintIgnore,
                        backfill,
                        requiresBackfill);
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
        var from = in.offsetOf(at + PREFIX.length);
        var text = in.text(from, end);
        if (!inHead && !OF_STATEMENT.matcher(text).matches()) {
            throw in.defect(start, DirectiveProblems.lateDirective());
        }
        scope = inHead ? Scope.SCRIPT : Scope.STATEMENT;
        readAll(text, from);
    }

    private void readAll(String text, long offset) {
        var words = WORD.matcher(text);
        @Nullable BackfillWords ofBackfill = null;
        while (words.find()) {
            var at = offset + bytes(text.substring(0, words.start()));
            if (ofBackfill == null && words.group().equals(BackfillWords.WORD)) {
                ofBackfill = beginBackfill(at);
            } else {
                read(words.group(), at, ofBackfill);
            }
            if (words.group().startsWith("lint-ignore=") && ignores(words.group(), at, text.substring(words.end()))) {
                break;
            }
        }
        if (ofBackfill != null) {
            backfill = ofBackfill.finish();
        }
    }

    /** Whether the rest of the line is its reason. */
    private boolean ignores(String word, long offset, String rest) {
        var because = BECAUSE.matcher(rest);
        var reason = because.matches() ? because.group("reason").strip() : null;
        var at = word.indexOf('=') + 1;
        for (var code : word.substring(at).split(",", -1)) {
            lintIgnore.add(new LintIgnore(code, reason, in.places().locate(offset + at), offset + at, scope));
            at += code.length() + 1;
        }
        return reason != null;
    }

    private BackfillWords beginBackfill(long offset) {
        if (!seen.add(BackfillWords.WORD)) {
            throw in.defect(offset, DirectiveProblems.repeatedDirective(BackfillWords.WORD));
        }
        return new BackfillWords(in, offset);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private void read(String word, long offset, @Nullable BackfillWords ofBackfill) {
        var equals = word.indexOf('=');
        if (equals < 0) {
            throw in.defect(offset, DirectiveProblems.directiveWithoutValue(word));
        }
        var key = word.substring(0, equals);
        var value = word.substring(equals + 1);
        var valueOffset = offset + bytes(key) + 1;
        if (ofBackfill != null) {
            ofBackfill.read(key, value, offset, valueOffset);
            return;
        }
        if (!KEYS.contains(key)) {
            throw in.defect(offset, DirectiveProblems.unknownDirective(key));
        }
        if (!seen.add(key) && !MANY.contains(key)) {
            throw in.defect(offset, DirectiveProblems.repeatedDirective(key));
        }
        if (key.equals("requires-backfill")) {
            require(value, offset, valueOffset);
            return;
        }
        var problem = set(key, value);
        if (problem != null) {
            throw in.defect(valueOffset, problem);
        }
    }

    private void require(String value, long offset, long valueOffset) {
        if (!VERSIONS.matcher(value).matches()) {
            throw in.defect(
                    valueOffset,
                    wrong("requires-backfill", value, "the version of a backfill before this one, such as 005"));
        }
        var location = in.places().locate(offset);
        for (var version : value.split(",", -1)) {
            requiresBackfill.add(new RequiredBackfill(version, location));
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
            default -> {}
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
}
