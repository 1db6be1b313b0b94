package dev.migrations.script;

import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups statements by the transaction that they share.
 *
 * <ol>
 *   <li>Statements in a row share one transaction.
 *   <li>One that PostgreSQL refuses inside a transaction stands alone, and cuts.
 *   <li>A written {@code BEGIN … COMMIT} bounds a segment; the two themselves belong to none.
 *   <li>Under {@code transaction=none} each statement is a segment.
 * </ol>
 */
final class SegmentBuilder {

    private static final byte[] SEPARATOR = ";\n".getBytes(StandardCharsets.US_ASCII);

    private final DirectiveReader directives;
    private final List<Segment> segments = new ArrayList<>();
    private final LineEndingDigest digest = new LineEndingDigest();
    private @Nullable SourceLocation location;
    private Segment.Kind kind = Segment.Kind.TRANSACTIONAL;
    private int first;
    private int end;
    private @Nullable Problem openBracket;
    private String transactionModes = "";

    SegmentBuilder(DirectiveReader directives) {
        this.directives = directives;
    }

    void add(StatementScanner statement) {
        var withoutTransaction = directives.directives().withoutTransaction();
        switch (statement.command().kind()) {
            case BEGIN -> begin(statement, withoutTransaction);
            case COMMIT -> {
                commit(statement);
                openBracket = null;
                transactionModes = "";
            }
            case COMMIT_AND_CHAIN -> {
                commit(statement);
                openBracket = defect(statement, TransactionProblems.beginWithoutCommit()); // keeps the same modes
            }
            case ROLLBACK ->
                throw new ScriptException(defect(
                        statement,
                        TransactionProblems.rollback(statement.command().keywords())));
            case STANDS_ALONE -> standAlone(statement);
            case MAY_COMMIT -> {
                if (withoutTransaction) {
                    single(statement, Segment.Kind.STANDS_ALONE);
                } else {
                    extend(statement);
                }
            }
            case ORDINARY, COPY_FROM_STDIN -> {
                if (withoutTransaction) {
                    single(statement, Segment.Kind.TRANSACTIONAL);
                } else {
                    extend(statement);
                }
            }
        }
    }

    List<Segment> finish() {
        if (openBracket != null) {
            throw new ScriptException(openBracket);
        }
        close();
        return segments;
    }

    private void begin(StatementScanner statement, boolean withoutTransaction) {
        if (withoutTransaction) {
            throw new ScriptException(defect(statement, TransactionProblems.beginWithoutTransaction()));
        }
        if (openBracket != null) {
            throw new ScriptException(defect(statement, TransactionProblems.nestedBegin()));
        }
        close();
        openBracket = defect(statement, TransactionProblems.beginWithoutCommit());
        var tokens = statement.leading();
        transactionModes = tokens.textFrom(CommandRules.afterWork(tokens));
    }

    private void commit(StatementScanner statement) {
        if (openBracket == null) {
            throw new ScriptException(defect(
                    statement,
                    TransactionProblems.commitWithoutBegin(statement.command().keywords())));
        }
        close();
    }

    private void standAlone(StatementScanner statement) {
        if (openBracket != null) {
            throw new ScriptException(defect(
                    statement,
                    TransactionProblems.standsAloneInTransaction(
                            statement.command().keywords())));
        }
        single(statement, Segment.Kind.STANDS_ALONE);
    }

    private void single(StatementScanner statement, Segment.Kind itsKind) {
        close();
        kind = itsKind;
        extend(statement);
        close();
    }

    private void extend(StatementScanner statement) {
        ClientCommands.find(statement.leading()).ifPresent(problem -> {
            throw new ScriptException(defect(statement, problem));
        });
        if (location == null) {
            location = statement.location();
            first = statement.index();
        }
        end = statement.index() + 1;
        var bytes = statement.bytes();
        digest.update(bytes.buffer, bytes.index(statement.start()), bytes.index(statement.end()));
        digest.update(SEPARATOR, 0, SEPARATOR.length);
        var data = statement.copyData();
        if (data != null) {
            data.digestInto(digest);
            digest.update(SEPARATOR, 0, SEPARATOR.length);
        }
    }

    private void close() {
        if (location != null) {
            segments.add(new Segment(segments.size(), kind, first, end, location, digest.finish(), transactionModes));
        }
        location = null;
        kind = Segment.Kind.TRANSACTIONAL;
    }

    private static Problem defect(StatementScanner statement, Problem problem) {
        return statement.bytes().defect(statement.start(), problem).defect();
    }
}
