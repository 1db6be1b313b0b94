package dev.migrations.migration;

import java.util.regex.Pattern;

/** What a script's file name says, by the grammar of migration files. */
sealed interface ScriptName {

    /** The file that is called so. */
    TreeFile file();

    /** A script of a numbered migration; {@code digits} is its version as it is written. */
    record Versioned(TreeFile file, String digits, String description, Direction direction) implements ScriptName {
        MigrationVersion version() {
            return MigrationVersion.parse(digits);
        }
    }

    /** A script without a version. */
    record Repeatable(TreeFile file, String description) implements ScriptName {}

    /** A name that is none of these. */
    record OffGrammar(TreeFile file) implements ScriptName {}

    /** Which of a migration's two scripts. */
    enum Direction {
        UP,
        DOWN;

        String suffix() {
            return this == UP ? ".up.sql" : ".down.sql";
        }
    }

    // a version of zeros only is none: that is the state before any migration
    Pattern VERSIONED = Pattern.compile(
            "(?<digits>(?=0*[1-9])[0-9]{1,18})_(?<description>[a-z0-9_]+)\\.(?<direction>up|down)\\.sql");
    Pattern GOLANG_MIGRATE =
            Pattern.compile("(?<digits>(?=0*[1-9])[0-9]{1,18})_(?<description>.*)\\.(?<direction>up|down)\\.sql");
    // a bare "_down" could be a forward-only up script called "down", and running a down script as an up is the worst
    // guess
    Pattern FORWARD_ONLY = Pattern.compile(
            "(?<digits>(?=0*[1-9])[0-9]{1,18})_(?!down\\.sql)(?<description>[a-z0-9_]+?)(?<down>_down)?\\.sql");
    Pattern REPEATABLE = Pattern.compile("R_(?<description>[a-z0-9_]+)\\.sql");

    /** Reads the name of an SQL file. */
    static ScriptName of(TreeFile file, Naming naming) {
        var versioned = (naming == Naming.RELAXED ? GOLANG_MIGRATE : VERSIONED).matcher(file.name());
        if (versioned.matches()) {
            var direction = versioned.group("direction").equals("up") ? Direction.UP : Direction.DOWN;
            return new Versioned(file, versioned.group("digits"), versioned.group("description"), direction);
        }
        var forwardOnly = FORWARD_ONLY.matcher(file.name());
        if (forwardOnly.matches()) {
            var direction = forwardOnly.group("down") == null ? Direction.UP : Direction.DOWN;
            return new Versioned(file, forwardOnly.group("digits"), forwardOnly.group("description"), direction);
        }
        var repeatable = REPEATABLE.matcher(file.name());
        return repeatable.matches() ? new Repeatable(file, repeatable.group("description")) : new OffGrammar(file);
    }
}
