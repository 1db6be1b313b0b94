package dev.migrations.cli.json;

import dev.migrations.convert.Conversion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which file becomes which, and what a person has to do.
 *
 * @param written  the directory; none after a dry run
 * @param files    by their new names
 * @param problems what cannot be carried over
 */
record ConversionBody(Optional<String> written, List<FileBody> files, List<ProblemBody> problems) {

    /** One file. */
    record FileBody(String from, String to) {}

    static ConversionBody of(Conversion conversion, @Nullable Path written) {
        return new ConversionBody(
                Optional.ofNullable(written).map(Path::toString),
                conversion.files().stream()
                        .map(file -> new FileBody(file.from(), file.to()))
                        .toList(),
                ProblemBody.of(conversion.problems()));
    }
}
