package dev.migrations.docs.markdown;

import java.util.List;
import java.util.stream.Collectors;

/** A page in the making, block by block. */
final class MarkdownPage {

    private final StringBuilder text = new StringBuilder();

    /** A block of its own; nothing if it is empty. */
    MarkdownPage block(String block) {
        if (!block.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(block).append('\n');
        }
        return this;
    }

    MarkdownPage list(List<String> items) {
        return block(items.stream().map(item -> "- " + item).collect(Collectors.joining("\n")));
    }

    /** Nothing if there are no rows. */
    MarkdownPage table(List<String> titles, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        var lines = rows.stream().map(MarkdownPage::row).collect(Collectors.joining("\n"));
        return block(row(titles) + "\n" + "|---".repeat(titles.size()) + "|\n" + lines);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
