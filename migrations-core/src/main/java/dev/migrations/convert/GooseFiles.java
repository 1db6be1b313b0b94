package dev.migrations.convert;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * goose: both directions in one file, behind {@code -- +goose Up} and {@code -- +goose Down}. What tells goose where a
 * statement ends is left out: ours knows.
 */
final class GooseFiles implements ForeignFiles {

    private static final Pattern ANNOTATION = Pattern.compile("\\s*--\\s*\\+goose\\s+(?<words>.*?)\\s*");

    @Override
    public void convert(List<ForeignFile> files, Draft draft) {
        for (var file : files) {
            if (file.name().matches("[0-9]+_.*\\.go")) {
                draft.tell(
                        file,
                        "is not SQL, so it stays behind; its number is kept free.",
                        "write what it does in SQL, under that number.");
            } else if (SplitFile.isNamedLikeOne(file)) {
                new Reading(file, draft).split();
            } else if (file.name().endsWith(".sql")) {
                draft.tell(file, "is not named as goose names migrations.", "rename it by hand, if it is one.");
            }
        }
    }

    private static final class Reading {

        private final ForeignFile file;
        private final Draft draft;
        private final SplitFile split;
        private SplitFile.@Nullable Half half;

        Reading(ForeignFile file, Draft draft) {
            this.file = file;
            this.draft = draft;
            this.split = new SplitFile(file);
        }

        void split() {
            var number = 0;
            for (var line : file.lines()) {
                number++;
                var annotation = ANNOTATION.matcher(line);
                if (annotation.matches()) {
                    annotation(annotation.group("words").toUpperCase(Locale.ROOT), number);
                } else if (half != null) {
                    half.add(line);
                } else {
                    split.up().add(line);
                }
            }
            if (half == null) {
                draft.tell(
                        file,
                        1,
                        "there is no `-- +goose Up` in this file.",
                        "rename it by hand, if it is a migration.");
            } else {
                split.write(draft);
            }
        }

        private void annotation(String words, int line) {
            switch (words) {
                case "UP" -> half = split.up();
                case "DOWN" -> half = split.down();
                case "NO TRANSACTION" -> {
                    split.up().withoutTransaction();
                    split.down().withoutTransaction();
                }
                case "STATEMENTBEGIN", "STATEMENTEND" -> {
                    // where a statement ends, the lexer sees
                }
                case "ENVSUB ON" ->
                    draft.tell(
                            file,
                            line,
                            "variables of the environment are not replaced here.",
                            "write their values into the file.");
                case "ENVSUB OFF" -> {
                    // nothing is replaced anyway
                }
                default ->
                    draft.tell(
                            file,
                            line,
                            "nothing here corresponds to `+goose " + words + "`.",
                            "look at what it did, and delete it.");
            }
        }
    }
}
