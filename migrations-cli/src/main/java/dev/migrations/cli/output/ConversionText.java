package dev.migrations.cli.output;

import dev.migrations.convert.Conversion;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which file becomes which, and what a person has to do. */
final class ConversionText {

    private ConversionText() {}

    static String render(Conversion conversion, @Nullable Path written) {
        var width = conversion.files().stream()
                .mapToInt(file -> file.from().length())
                .max()
                .orElse(0);
        var files = conversion.files().stream()
                .map(file -> "  " + file.from() + " ".repeat(width - file.from().length()) + "  " + file.to());
        var count = Words.count(conversion.files().size(), "file", "files");
        var end = written == null ? count + " would be written" : count + " written to " + written;
        var problems = conversion.problems().stream().map(problem -> "\n" + problem.render());
        return Stream.of(files, Stream.of(end), problems)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
