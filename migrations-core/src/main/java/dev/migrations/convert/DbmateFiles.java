package dev.migrations.convert;

import java.util.List;
import java.util.regex.Pattern;

/** dbmate: both directions in one file, behind {@code -- migrate:up} and {@code -- migrate:down}. */
final class DbmateFiles implements ForeignFiles {

    private static final Pattern MARKER = Pattern.compile("--\\s*migrate:(?<direction>up|down)(?<options>\\s.*)?");

    @Override
    public void convert(List<ForeignFile> files, Draft draft) {
        for (var file : files) {
            if (!file.name().endsWith(".sql")) {
                continue;
            }
            if (SplitFile.isNamedLikeOne(file)) {
                split(file, draft);
            } else {
                draft.tell(file, "is not named as dbmate names migrations.", "rename it by hand, if it is one.");
            }
        }
    }

    private static void split(ForeignFile file, Draft draft) {
        var split = new SplitFile(file);
        var half = split.up();
        var marked = false;
        for (var line : file.lines()) {
            var marker = MARKER.matcher(line);
            if (!marker.matches()) {
                half.add(line);
                continue;
            }
            marked = true;
            half = marker.group("direction").equals("up") ? split.up() : split.down();
            var options = marker.group("options");
            if (options != null && options.contains("transaction:false")) {
                half.withoutTransaction();
            }
        }
        if (marked) {
            split.write(draft);
        } else {
            draft.tell(
                    file, 1, "there is no `-- migrate:up` in this file.", "rename it by hand, if it is a migration.");
        }
    }
}
