package dev.migrations.sample.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded server cannot be used: what is so, and the next step. */
final class EmbeddedServerException extends RuntimeException {

    private final String hint;

    private EmbeddedServerException(String problem, String hint, @Nullable Throwable cause) {
        super(problem, cause);
        this.hint = hint;
    }

    static EmbeddedServerException inUse(Path directory) {
        return new EmbeddedServerException(
                "Another instance of the application is using " + directory + ".",
                "Stop it, or give this one a directory of its own: --shop.embedded.directory=/another/directory",
                null);
    }

    static EmbeddedServerException ofAnotherVersion(Path data, String found, String expected) {
        return new EmbeddedServerException(
                "%s was made by PostgreSQL %s, and the application brings PostgreSQL %s."
                        .formatted(data, found, expected),
                "Delete %s (it holds nothing but the sample's data), or keep it and choose another directory: "
                                .formatted(data)
                        + "--shop.embedded.directory=/another/directory",
                null);
    }

    static EmbeddedServerException stillRunning(Path data, long pid) {
        return new EmbeddedServerException(
                "PostgreSQL (process %d) was left behind on %s, and does not stop.".formatted(pid, data),
                "Stop it with: kill -QUIT " + pid,
                null);
    }

    static EmbeddedServerException notStarted(ServerDirectory directory, Exception cause) {
        return new EmbeddedServerException(
                "PostgreSQL did not start on %s: %s.".formatted(directory.data(), cause.getMessage()),
                "Read %s. If it says that root is refused, start the application as another user; "
                                .formatted(directory.log())
                        + "or give it a server of your own: --spring.profiles.active=postgres",
                cause);
    }

    String hint() {
        return hint;
    }
}
