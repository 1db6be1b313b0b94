package dev.migrations.convert;

import dev.migrations.problem.Excerpt;
import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import dev.migrations.script.ScriptSource;
import dev.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A conversion in the making. */
final class Draft {

    private final Map<String, ConvertedFile> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** A file that only gets another name. */
    void rename(ForeignFile file, String to) {
        add(new ConvertedFile(file.relative(), to, null, file.path()), file);
    }

    /** A file with a text of its own. */
    void write(ForeignFile file, String to, String text) {
        add(new ConvertedFile(file.relative(), to, text, file.path()), ScriptSource.ofText(to, text));
    }

    private void add(ConvertedFile converted, ScriptSource source) {
        var first = files.putIfAbsent(converted.to(), converted);
        if (first != null) {
            problems.add(Problem.of(
                    "conflict",
                    converted.from() + " and " + first.from() + " would both become " + converted.to()
                            + "; only the second is converted.",
                    "give one of them another version."));
            return;
        }
        Optional.ofNullable(SqlScript.read(source).defect()).ifPresent(problems::add);
    }

    void tell(ForeignFile file, String message, String hint) {
        problems.add(Problem.of("not-converted", file.relative() + " " + message, hint));
    }

    /** Something in a line that cannot be carried over. */
    void tell(ForeignFile file, int line, String message, String hint) {
        problems.add(Problem.of("not-carried-over", message, hint).at(new SourceLocation(file.relative(), line, 1)));
    }

    /** The same, with the line to show. */
    void tell(ForeignFile file, Excerpt excerpt, String message, String hint) {
        problems.add(Problem.of("not-carried-over", message, hint)
                .at(new SourceLocation(file.relative(), excerpt.line(), excerpt.column()))
                .showing(excerpt));
    }

    Conversion finish() {
        return new Conversion(List.copyOf(files.values()), problems);
    }

    /** {@code Add e-mail} becomes {@code add_e_mail}. */
    static String description(String words) {
        var plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return plain.isEmpty() ? "migration" : plain;
    }

    /** The version in so many digits. */
    static String digits(long version, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", version);
    }
}
