package dev.migrations.docs;

/** What a reference is written as. */
public enum DocsFormat {
    /** An index, and one page for each schema. */
    MARKDOWN,
    /** One file with search and pictures. */
    HTML,
    /** Both. */
    ALL;

    boolean hasMarkdown() {
        return this != HTML;
    }

    boolean hasHtml() {
        return this != MARKDOWN;
    }
}
