package dev.migrations.docs.html;

/** Numbers with the thing that is counted. */
final class Counts {

    private Counts() {}

    static String of(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
