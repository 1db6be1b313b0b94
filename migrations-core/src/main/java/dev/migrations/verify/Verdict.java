package dev.migrations.verify;

/** What became of a script that was applied, undone and applied again. */
public enum Verdict {
    /** Its way down leaves the schema as it was before, and its second way up as it was after the first. */
    EXACT,
    /** There is no way down. */
    NO_DOWN,
    /** Something is different from what it was, after the way down or after the second way up. */
    RESIDUE,
    /** The way down failed. */
    DOWN_FAILED,
    /** The second way up failed. */
    UP_AGAIN_FAILED,
    /** The first way up failed: nothing after it was tried. */
    UP_FAILED;

    /** In words, for a person. */
    public String words() {
        return switch (this) {
            case EXACT -> "exact";
            case NO_DOWN -> "no down";
            case RESIDUE -> "residue";
            case DOWN_FAILED -> "down failed";
            case UP_AGAIN_FAILED -> "second up failed";
            case UP_FAILED -> "up failed";
        };
    }
}
