package dev.migrations.docs.html;

/**
 * What a page has in it besides its text.
 *
 * @param mark   a comment for its head
 * @param style  the style sheet, between its tags
 * @param script the script, between its tags
 */
record Assets(String mark, String style, String script) {

    /** What the page's policy says of its own style sheet, so that no other one is taken. */
    String styleHash() {
        return ContentHash.of(style);
    }

    /** The same of its script. */
    String scriptHash() {
        return ContentHash.of(script);
    }
}
