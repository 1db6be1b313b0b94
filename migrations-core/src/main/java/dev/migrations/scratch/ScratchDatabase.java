package dev.migrations.scratch;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseClaim;
import dev.migrations.database.DatabaseContents;
import dev.migrations.database.ServerDatabases;
import java.util.List;

/**
 * A database for one purpose, until it is closed.
 *
 * <ol>
 *   <li>One that is made has a name and a comment of ours, and a {@link DatabaseClaim} on it for as long as its maker lives:
 *       one that a kill has left has the comment and no claim, and the next run drops it.
 *   <li>One that somebody has named must be empty the first time; the comment says then that it is ours to empty, and which
 *       extensions were there.
 * </ol>
 */
public final class ScratchDatabase implements AutoCloseable {

    private final String name;
    private final ConnectionSource source;
    private final DatabaseClaim claim;
    private final Runnable removal;

    private ScratchDatabase(String name, ConnectionSource source, DatabaseClaim claim, Runnable removal) {
        this.name = name;
        this.source = source;
        this.claim = claim;
        this.removal = removal;
    }

    /**
     * An empty database on the target's server, with its encoding, collation and settings; first drops those that killed runs
     * have left.
     *
     * @param purpose a word, such as {@code trace}
     * @throws ScratchException                                        if the role may not, or nothing leads there
     * @throws dev.migrations.database.DatabaseNotMadeException      if the server refuses
     * @throws dev.migrations.database.DatabaseUnreachableException  if a connection fails
     */
    public static ScratchDatabase beside(ConnectionSource target, String purpose, AfterUse afterUse) {
        return make(target, purpose, afterUse, ServerDatabases::create);
    }

    /**
     * The same as a copy of another database of that server, to which nobody may be connected.
     *
     * @param template its name
     */
    public static ScratchDatabase copyOf(String template, ConnectionSource target, String purpose, AfterUse afterUse) {
        return make(
                target, purpose, afterUse, (databases, name, comment) -> databases.createCopy(name, template, comment));
    }

    private static ScratchDatabase make(ConnectionSource target, String purpose, AfterUse afterUse, Maker maker) {
        try (var databases = ServerDatabases.open(target)) {
            databases.findAbandoned(ScratchName.PREFIX, ScratchMark.MADE).forEach(databases::drop);
            if (!databases.mayCreate()) {
                throw ScratchException.mayNotCreate(databases.role());
            }
            var name = ScratchName.of(purpose, databases.database());
            var source = target.sibling(name).orElseThrow(() -> ScratchException.noWayThere(name));
            var claim = databases.claim(name);
            try {
                maker.make(databases, name, ScratchMark.made(purpose, databases.database(), databases.role()));
            } catch (RuntimeException e) {
                claim.close();
                throw e;
            }
            var kept = ScratchMark.kept(purpose, databases.database(), databases.role());
            return new ScratchDatabase(name, source, claim, () -> end(target, name, afterUse, kept));
        }
    }

    private static void end(ConnectionSource target, String name, AfterUse afterUse, String kept) {
        try (var databases = ServerDatabases.open(target)) {
            switch (afterUse) {
                case REMOVE -> databases.drop(name);
                case KEEP -> databases.comment(name, kept);
            }
        }
    }

    /**
     * A database that somebody has made for it: empty, or left by an earlier run, whose traces are removed.
     *
     * @param scratch its connections
     * @param target  the database that it is to be a copy of, which must be another one
     * @throws ScratchException                                        if it is not ours to use
     * @throws dev.migrations.database.DatabaseUnreachableException  if a connection fails
     */
    public static ScratchDatabase named(
            ConnectionSource scratch, ConnectionSource target, String purpose, AfterUse afterUse) {
        try (var databases = ServerDatabases.open(scratch);
                var contents = DatabaseContents.open(scratch)) {
            var name = databases.database();
            var claim = DatabaseClaim.on(scratch, name).orElseThrow(() -> ScratchException.inUse(name));
            try {
                checkIsAnother(name, target);
                checkExtensions(name, contents, target);
                var extensions = prepare(name, databases.ownComment(), contents);
                databases.comment(name, ScratchMark.named(purpose, targetName(target), databases.role(), extensions));
                return new ScratchDatabase(name, scratch, claim, () -> empty(scratch, extensions, afterUse));
            } catch (RuntimeException e) {
                claim.close();
                throw e;
            }
        }
    }

    /** A claim is seen by those who are connected to the same database, by whatever name they reach it. */
    private static void checkIsAnother(String name, ConnectionSource target) {
        var second = DatabaseClaim.on(target, name);
        second.ifPresent(DatabaseClaim::close);
        if (second.isEmpty()) {
            throw ScratchException.isTarget(name);
        }
    }

    private static void checkExtensions(String name, DatabaseContents scratch, ConnectionSource target) {
        try (var original = DatabaseContents.open(target)) {
            var available = scratch.availableExtensions();
            var missing = original.extensions().stream()
                    .filter(extension -> !available.contains(extension))
                    .toList();
            if (!missing.isEmpty()) {
                throw ScratchException.extensionsMissing(name, missing);
            }
        }
    }

    private static List<String> prepare(String name, String comment, DatabaseContents contents) {
        if (ScratchMark.isNamed(comment)) {
            contents.drop(ScratchMark.extensions(comment));
            return ScratchMark.extensions(comment);
        }
        var objects = contents.objects();
        if (!objects.isEmpty()) {
            throw ScratchException.notEmpty(name, objects);
        }
        return contents.extensions();
    }

    private static void empty(ConnectionSource scratch, List<String> extensions, AfterUse afterUse) {
        if (afterUse == AfterUse.REMOVE) {
            try (var contents = DatabaseContents.open(scratch)) {
                contents.drop(extensions);
            }
        }
    }

    private static String targetName(ConnectionSource target) {
        try (var databases = ServerDatabases.open(target)) {
            return databases.database();
        }
    }

    /** Its name on its server. */
    public String name() {
        return name;
    }

    /** Its connections. */
    public ConnectionSource source() {
        return source;
    }

    @Override
    public void close() {
        try (claim) {
            removal.run();
        }
    }

    private interface Maker {

        void make(ServerDatabases databases, String name, String comment);
    }
}
