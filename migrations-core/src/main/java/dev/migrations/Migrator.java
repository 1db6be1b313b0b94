package dev.migrations;

import dev.migrations.backup.Backup;
import dev.migrations.catalog.SchemaReading;
import dev.migrations.database.BlockerWatch;
import dev.migrations.database.BlockingSession;
import dev.migrations.database.ConnectionSource;
import dev.migrations.database.ForeignHistoryTable;
import dev.migrations.database.HistoryTable;
import dev.migrations.database.HistoryTable.DownScripts;
import dev.migrations.database.IndexBuildWatch;
import dev.migrations.database.MigrationLock;
import dev.migrations.database.Session;
import dev.migrations.database.StepListing;
import dev.migrations.lint.LintOptions;
import dev.migrations.lint.LintReport;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.Adoption;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.problem.Problem;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.trace.TraceReport;
import dev.migrations.verify.VerifyReport;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The front door to one folder of migrations on one database.
 *
 * <p>Each command is another {@link MigrationTarget}: files become a set, the set meets the history, the difference is a
 * plan, the plan runs, the run is a report. Everything that is against a plan is refused at once, before the first change.
 * A migrator holds no connection between two calls, and may be used by several threads.
 *
 * <pre>{@code
 * var folder = MigrationTree.read("classpath:migrations", loader).folders().get(0);
 * var report = Migrator.of(folder, ConnectionSource.of(url, user, password)).build().up();
 * }</pre>
 */
public final class Migrator {

    private final MigrationFolder folder;
    private final String database;
    private final ConnectionSource source;
    private final RunSettings settings;

    Migrator(MigrationFolder folder, String database, ConnectionSource source, RunSettings settings) {
        this.folder = folder;
        this.database = database;
        this.source = source;
        this.settings = settings;
    }

    /** Begins to describe a migrator; only the folder and the database are needed. */
    public static MigratorBuilder of(MigrationFolder folder, ConnectionSource source) {
        return new MigratorBuilder(folder, source);
    }

    /** Applies everything that is pending. See {@link #migrate}. */
    public MigrationReport up() {
        return migrate(MigrationTarget.up());
    }

    /** Applies the next few pending versions. See {@link #migrate}. */
    public MigrationReport up(int count) {
        return migrate(MigrationTarget.up(count));
    }

    /** Undoes the highest few applied versions. See {@link #migrate}. */
    public MigrationReport down(int count) {
        return migrate(MigrationTarget.down(count));
    }

    /** Goes to exactly this version, up or down. See {@link #migrate}. */
    public MigrationReport goTo(MigrationVersion version) {
        return migrate(MigrationTarget.goTo(version));
    }

    /** Undoes the highest few applied versions and applies them again. See {@link #migrate}. */
    public MigrationReport redo(int count) {
        return migrate(MigrationTarget.redo(count));
    }

    /** Declares an existing schema to be at this version; runs no script. See {@link #migrate}. */
    public MigrationReport baseline(MigrationVersion version) {
        return migrate(MigrationTarget.baseline(version));
    }

    /** Sets the history, and nothing else, to this version; null forgets every version. See {@link #migrate}. */
    public MigrationReport force(@Nullable MigrationVersion version) {
        return migrate(MigrationTarget.force(version));
    }

    /** Makes the history agree with the files: accepts changed scripts, forgets missing ones. See {@link #migrate}. */
    public MigrationReport repair() {
        return migrate(MigrationTarget.repair());
    }

    /**
     * Brings the database to a target. If there is nothing to do, no lock is taken: one connection, two round trips.
     *
     * @throws dev.migrations.migration.MigrationFilesException        if the folder cannot be read
     * @throws dev.migrations.plan.PlanRefusedException                if something is against it; nothing was changed
     * @throws dev.migrations.database.DatabaseUnreachableException    if there is no connection
     * @throws dev.migrations.database.HistoryTableException           if the history table cannot be used
     * @throws dev.migrations.database.LockNotAcquiredException        if another runner was busy for too long
     * @throws LintRefusedException                                    if {@link MigratorBuilder#lint} refuses it; nothing was changed
     * @throws MigrationFailedException                                if a script failed; says what was done before
     */
    public MigrationReport migrate(MigrationTarget target) {
        var run = begin();
        try (var open = open(downScripts(target))) {
            var plan = open.plan(target);
            return plan.isSettled(open.history()) ? run.nothing(plan.orRefuse()) : run.run(open, () -> target);
        }
    }

    /**
     * Takes over what another tool's history says is applied; runs no script, and leaves that tool's table as it is. Waits
     * until that tool is not at work. Doing it again changes nothing. See {@link #migrate}.
     */
    public MigrationReport adopt(ForeignHistoryTable theirs) {
        var run = begin();
        try (var open = open(DownScripts.LEFT_OUT)) {
            var session = open.session();
            var plan = open.plan(MigrationTarget.adopt(theirs.load(session))).orRefuse();
            Supplier<MigrationTarget> held = () -> MigrationTarget.adopt(theirs.hold(session, settings.lockPatience()));
            return plan.isEmpty() ? run.nothing(plan) : run.run(open, held);
        }
    }

    /** Which of the other tool's rows is which file, and what {@link #adopt} would do; changes nothing. */
    public Adoption adoption(ForeignHistoryTable theirs) {
        try (var open = open(DownScripts.LEFT_OUT)) {
            return Adoption.of(open.comparison(), theirs.load(open.session()));
        }
    }

    /** What a target would do, or what is against it; changes nothing, and needs only the right to read. */
    public MigrationPlan plan(MigrationTarget target) {
        try (var open = open(downScripts(target))) {
            return open.plan(target);
        }
    }

    /**
     * Writes the SQL that a target would send, history included, as a script for psql in UTF-8; changes nothing. Its result
     * is that of a run, apart from times and durations.
     *
     * @throws dev.migrations.plan.PlanRefusedException       if something is against the target
     * @throws dev.migrations.database.NotListableException  if it goes on where an interrupted run stopped in the middle of
     *     a statement
     * @throws java.io.UncheckedIOException                   if the output does not take it
     */
    public void writeSql(MigrationTarget target, Appendable out) {
        try (var open = open(downScripts(target))) {
            var plan = open.plan(target).orRefuse();
            var listing = StepListing.begin(open.session(), open.set(), out);
            new MigrationRunner(listing, folder.settings(), script -> {}, result -> {}).run(plan);
            Optional.ofNullable(plan.heldBack()).ifPresent(listing::heldBack);
            listing.end(plan.isEmpty());
        } catch (MigrationRunner.Stopped e) {
            throw e.reason();
        }
    }

    /**
     * Applies what is pending to a scratch copy of the database, and says what each statement locked and did there, and how
     * large and busy that is on the database itself, which is only read.
     *
     * @throws dev.migrations.plan.PlanRefusedException        if something is against bringing the database up to date
     * @throws dev.migrations.scratch.ScratchException         if there is no scratch database
     * @throws NoCopyException                                 if the schema cannot be made again there
     * @throws dev.migrations.backup.BackupException           if {@code pg_dump} is to make it, and does not
     */
    public TraceReport trace(TraceRequest request) {
        return new Tracer(folder, database, source).trace(request);
    }

    /**
     * Makes on a scratch database what the applied migrations make, and says where the real one, which is only read, differs:
     * what somebody has changed by hand.
     *
     * @throws dev.migrations.scratch.ScratchException if there is no scratch database
     * @throws NoCopyException                         if the applied migrations do not run again, or nothing is applied
     */
    public DriftReport drift(DriftRequest request) {
        return new DriftFinder(folder, database, source, request).find();
    }

    /**
     * Whether the database is what the latest run has left, by the fingerprint that it has kept; needs only the right to read,
     * and a few questions.
     */
    public QuickDriftReport quickDrift() {
        return new QuickDrift(folder, database, source).look();
    }

    /**
     * Keeps a fingerprint of the database as it is now, as a run does at its end.
     *
     * @throws dev.migrations.database.DatabaseUnreachableException if the role may not
     */
    public void keepFingerprint() {
        new QuickDrift(folder, database, source).keep();
    }

    /**
     * Applies each version to a scratch database, undoes it, applies it again, and compares what is there before and after;
     * the database itself is only asked what a new one beside it should be like.
     *
     * @throws dev.migrations.migration.MigrationFilesException if the folder cannot be read
     * @throws dev.migrations.scratch.ScratchException          if there is no scratch database
     * @throws NotVerifiedException                             if the versions that are asked for cannot be got at
     */
    public VerifyReport verify(VerifyRequest request) {
        return new Verifier(folder, database, source, settings.cancellation(), request).verify();
    }

    /**
     * What the database is made of, and the scripts that made it; or what they make on a scratch database.
     *
     * @throws dev.migrations.scratch.ScratchException if a scratch database is needed, and there is none
     * @throws MigrationFailedException                if a script fails on the scratch database
     */
    public MigratedSchema schema(SchemaRequest request) {
        return new MigratedSchemaReading(folder, source, request).read();
    }

    /**
     * What the database is made of, without the history tables of this and of all other folders; only read.
     *
     * @throws dev.migrations.database.DatabaseUnreachableException if there is no connection, or it breaks
     */
    public SchemaSnapshot snapshot() {
        try (var session = Session.open(source, folder.settings().schemaTable())) {
            return OwnTables.of(HistoryTable.everyTable(session)).leftOutOf(SchemaReading.read(source));
        }
    }

    /** Everything that is against bringing the database up to date; empty if nothing is. Needs only the right to read. */
    public List<Problem> validate() {
        return plan(MigrationTarget.up()).refusals();
    }

    /**
     * What the rules have against what is pending; changes nothing, and needs only the right to read.
     *
     * @param change of what is known of folder and database already
     */
    public LintReport lintPending(UnaryOperator<LintOptions> change) {
        try (var open = open(DownScripts.LEFT_OUT)) {
            return PendingLint.of(open.comparison()).judge(open.session(), folder.settings(), change);
        }
    }

    /** Each version and repeatable with its state, who is at work, and who is in its way; needs only the right to read. */
    public MigrationStatus status() {
        try (var open = open(DownScripts.LEFT_OUT)) {
            var session = open.session();
            var comparison = open.comparison();
            var holder = MigrationLock.findHolder(session).orElse(null);
            var blockers = holder == null ? List.<BlockingSession>of() : BlockerWatch.look(session);
            return StatusReading.of(
                            comparison, holder, blockers, MigrationTarget.up().plan(comparison))
                    .status(folder.name(), database, script -> MigrationLock.isRunning(session, holder, script));
        }
    }

    /** Asks how far the index build of a run is that somebody has begun; needs a connection, until it is closed. */
    public IndexBuildWatch watchIndexBuilds() {
        return IndexBuildWatch.open(source, folder.settings().schemaTable());
    }

    /** Backups of its database, by the {@code pg_dump} on this process's path. */
    public Backup backup() {
        return backup(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    /** Backups of its database, by the first {@code pg_dump} on a search path that is written like {@code PATH}. */
    public Backup backup(String searchPath) {
        return Backup.of(source, searchPath);
    }

    /** The folder that it applies. */
    public MigrationFolder folder() {
        return folder;
    }

    /** The database's name, as the caller knows it. */
    public String database() {
        return database;
    }

    ConnectionSource source() {
        return source;
    }

    Cancellation cancellation() {
        return settings.cancellation();
    }

    private LockedRun begin() {
        return new LockedRun(folder, database, source, settings);
    }

    private OpenFolder open(DownScripts downs) {
        return OpenFolder.open(folder, source, downs);
    }

    private static DownScripts downScripts(MigrationTarget target) {
        return target.mayRollBack() ? DownScripts.LOADED : DownScripts.LEFT_OUT;
    }
}
