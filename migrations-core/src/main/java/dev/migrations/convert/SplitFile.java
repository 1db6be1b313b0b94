package dev.migrations.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One file of a tool that keeps both directions in it, on the way to two files of ours. */
final class SplitFile {

    private static final Pattern NAME = Pattern.compile("(?<digits>[0-9]{1,18})[_.-]?(?<words>.*)\\.sql");
    private static final String NO_TRANSACTION = "-- migrations: transaction=none";

    private final ForeignFile file;
    private final Half up = new Half();
    private final Half down = new Half();

    SplitFile(ForeignFile file) {
        this.file = file;
    }

    Half up() {
        return up;
    }

    Half down() {
        return down;
    }

    static boolean isNamedLikeOne(ForeignFile file) {
        return NAME.matcher(file.name()).matches();
    }

    /** Writes one file, or two where there is a way back. */
    void write(Draft draft) {
        var name = NAME.matcher(file.name());
        if (!name.matches()) {
            throw new IllegalStateException("no version: " + file);
        }
        var stem = name.group("digits") + "_" + Draft.description(name.group("words"));
        draft.write(file, stem + ".up.sql", up.text());
        if (!down.isBlank()) {
            draft.write(file, stem + ".down.sql", down.text());
        }
    }

    /** One direction. */
    static final class Half {

        private final List<String> lines = new ArrayList<>();
        private boolean noTransaction;

        void add(String line) {
            lines.add(line);
        }

        void withoutTransaction() {
            noTransaction = true;
        }

        boolean isBlank() {
            return lines.stream()
                    .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("--"));
        }

        String text() {
            var body = String.join("\n", lines).strip() + "\n";
            return noTransaction ? NO_TRANSACTION + "\n" + body : body;
        }
    }
}
