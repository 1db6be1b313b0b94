package dev.migrations.convert;

import dev.migrations.history.ForeignTool;
import dev.migrations.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The files of another tool as files of ours: which becomes which, and what a person has to do.
 *
 * @param files    what would be written, by name
 * @param problems what cannot be carried over, with its file and line; the rest is converted all the same
 */
public record Conversion(List<ConvertedFile> files, List<Problem> problems) {

    public Conversion {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Whether the files of this tool can be converted; those of golang-migrate need not be. */
    public static boolean isKnown(ForeignTool tool) {
        return findForm(tool).isPresent();
    }

    /**
     * Reads a directory and plans; writes nothing.
     *
     * @throws ConversionException      if the directory is not there, or a file cannot be read
     * @throws IllegalArgumentException if the tool's files are not known, see {@link #isKnown}
     */
    public static Conversion of(ForeignTool tool, Path directory) {
        var form = findForm(tool)
                .orElseThrow(() -> new IllegalArgumentException("no conversion for files of " + tool.title()));
        var draft = new Draft();
        form.convert(list(directory), draft);
        return draft.finish();
    }

    /**
     * Writes the files into a directory that is not there yet, or is empty.
     *
     * @throws ConversionException if it holds something, or cannot be written
     */
    public void write(Path directory) {
        try {
            Files.createDirectories(directory);
            try (var present = Files.list(directory)) {
                if (present.findAny().isPresent()) {
                    throw ConversionException.notEmpty(directory);
                }
            }
            for (var file : files) {
                write(file, directory.resolve(file.to()));
            }
        } catch (IOException e) {
            throw ConversionException.unwritable(directory, e);
        }
    }

    private static void write(ConvertedFile file, Path target) throws IOException {
        var text = file.text();
        if (text == null) {
            Files.copy(file.path(), target);
        } else {
            Files.writeString(target, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
    }

    private static Optional<ForeignFiles> findForm(ForeignTool tool) {
        return switch (tool) {
            case FLYWAY -> Optional.of(new FlywayFiles());
            case DBMATE -> Optional.of(new DbmateFiles());
            case GOOSE -> Optional.of(new GooseFiles());
            case GOLANG_MIGRATE, LIQUIBASE -> Optional.empty();
        };
    }

    private static List<ForeignFile> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw ConversionException.notADirectory(directory);
        }
        try (var paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> new ForeignFile(
                            path,
                            directory
                                    .relativize(path)
                                    .toString()
                                    .replace(path.getFileSystem().getSeparator(), "/")))
                    .sorted((one, other) -> one.relative().compareTo(other.relative()))
                    .toList();
        } catch (IOException e) {
            throw ConversionException.unreadable(directory, e);
        }
    }
}
