package dev.migrations.script;

import dev.migrations.problem.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of tokens into statements, where psql would (src/fe_utils/psqlscan.l), and takes the data behind a
 * {@code COPY … FROM STDIN} out of the stream.
 *
 * <p>The current statement is a pair of offsets, valid until {@link #advance()}; its bytes are kept as long, unless its COPY
 * data is read.
 */
final class StatementScanner {

    private final ScriptBytes in;
    private final SqlLexer lexer;
    private final LeadingTokens leading;
    private final StatementShape shape = new StatementShape();
    private final StandardStrings strings;
    private final PsqlCommands psql;
    private @Nullable CopyData copyData;
    private Command command = new Command("", Command.Kind.ORDINARY);
    private int index = -1;
    private long start;
    private long end;
    private long terminatorEnd;

    StatementScanner(ScriptBytes in, StringSyntax syntax, @Nullable DirectiveReader directives) {
        this.in = in;
        this.lexer =
                new SqlLexer(in, directives == null ? null : (from, to) -> directives.comment(from, to, index < 0));
        this.leading = new LeadingTokens(in);
        this.psql = new PsqlCommands(in);
        this.strings = new StandardStrings(syntax);
        lexer.plainStrings(syntax);
    }

    /** Goes on to the next statement; false when there is none. */
    boolean advance() {
        if (copyData != null) {
            copyData.leave();
            copyData = null;
        }
        lexer.release();
        var kind = passGap();
        if (kind == TokenKind.END) {
            return false;
        }
        index++;
        start = lexer.start();
        in.places().moveMark(start);
        lexer.hold();
        var terminated = passStatement(kind);
        command = Command.of(leading, shape);
        strings.follow(leading, command);
        lexer.plainStrings(strings.current());
        if (command.kind() == Command.Kind.COPY_FROM_STDIN) {
            copyData = openData(terminated);
        }
        return true;
    }

    /** Blanks, comments, empty statements and pg_dump's {@code \restrict} lines. */
    private TokenKind passGap() {
        while (true) {
            var kind = lexer.next();
            if (kind == TokenKind.BACKSLASH) {
                psql.passRestrict(lexer.start());
            } else if (kind != TokenKind.SEMICOLON) {
                return kind;
            }
        }
    }

    private boolean passStatement(TokenKind first) {
        leading.restart(start);
        shape.restart();
        var kind = first;
        while (!leading.isFull() || !shape.ignoresWords()) {
            var word = lexer.keyword();
            if (!leading.isFull()) {
                leading.add(kind, word, lexer);
            }
            shape.accept(kind, word, lexer);
            if (kind == TokenKind.BACKSLASH) {
                throw psql.defect(lexer.start());
            }
            end = lexer.end();
            kind = lexer.next();
            if (isLast(kind)) {
                return kind == TokenKind.SEMICOLON;
            }
        }
        return passRest(kind);
    }

    /** The same for what follows once the command is known: most of a large INSERT is never looked at twice. */
    private boolean passRest(TokenKind next) {
        var kind = next;
        while (true) {
            shape.acceptStructural(kind, lexer);
            if (kind == TokenKind.BACKSLASH) {
                throw psql.defect(lexer.start());
            }
            kind = lexer.nextStructural();
            end = lexer.behindTokens();
            if (isLast(kind)) {
                return kind == TokenKind.SEMICOLON;
            }
        }
    }

    private boolean isLast(TokenKind kind) {
        if (kind == TokenKind.SEMICOLON && shape.endsAtSemicolon()) {
            terminatorEnd = lexer.end();
            return true;
        }
        if (kind == TokenKind.END) {
            terminatorEnd = end;
            checkClosed();
            return true;
        }
        return false;
    }

    private void checkClosed() {
        if (shape.isInParentheses()) {
            throw in.defect(shape.parenthesis(), ScriptProblems.unclosedParenthesis());
        }
        if (shape.isInBody()) {
            throw in.defect(shape.body(), ScriptProblems.unterminatedBody());
        }
    }

    private CopyData openData(boolean terminated) {
        var unterminated = in.defect(start, ScriptProblems.unterminatedCopyData());
        if (!terminated) {
            throw unterminated;
        }
        var carriageReturn = false;
        while (true) {
            var next = in.peek(0);
            if (next < 0) {
                throw unterminated;
            }
            if (next == '\n') {
                in.position++;
                return new CopyData(in, carriageReturn, unterminated);
            }
            carriageReturn = next == '\r';
            if (ByteClass.isSpace(next)) {
                in.position++;
            } else {
                passCommentBehindCopy();
            }
        }
    }

    private void passCommentBehindCopy() {
        var from = in.offset();
        if (!lexer.passComment() || in.text(from, in.offset()).indexOf('\n') >= 0) {
            throw in.defect(from, ScriptProblems.textBehindCopy());
        }
    }

    int index() {
        return index;
    }

    long start() {
        return start;
    }

    /** Behind the statement's last token. */
    long end() {
        return end;
    }

    /** Behind its semicolon; the same as its end when it has none. */
    long terminatorEnd() {
        return terminatorEnd;
    }

    Command command() {
        return command;
    }

    LeadingTokens leading() {
        return leading;
    }

    SourceLocation location() {
        return in.places().marked();
    }

    SqlStatement statement() {
        return new SqlStatement(index, in.text(start, end), location(), start, end - start, command);
    }

    /** The data of a COPY … FROM STDIN; null behind any other statement. */
    @Nullable
    CopyData copyData() {
        return copyData;
    }

    ScriptBytes bytes() {
        return in;
    }
}
