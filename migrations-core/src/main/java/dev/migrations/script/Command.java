package dev.migrations.script;

/**
 * What a statement means to the one who runs it.
 *
 * @param keywords the command in upper case as its manual page is titled, such as {@code CREATE INDEX CONCURRENTLY}
 * @param kind     how it meets transactions
 */
public record Command(String keywords, Kind kind) {

    /** How a command meets transactions. */
    public enum Kind {
        /** May run inside a transaction. */
        ORDINARY,
        /** Refused by PostgreSQL inside a transaction block. */
        STANDS_ALONE,
        /**
         * May commit by itself ({@code CALL}, {@code DO}, and {@code REINDEX} or {@code CLUSTER} of a partitioned table): stands
         * alone under {@code transaction=none}.
         */
        MAY_COMMIT,
        /** {@code COPY … FROM STDIN}: its data follows it in the script. */
        COPY_FROM_STDIN,
        /** {@code BEGIN}, {@code START TRANSACTION}. */
        BEGIN,
        /** {@code COMMIT}, {@code END}. */
        COMMIT,
        /** {@code COMMIT AND CHAIN}: ends one transaction and opens the next. */
        COMMIT_AND_CHAIN,
        /** {@code ROLLBACK}, {@code ABORT}, {@code PREPARE TRANSACTION}: never possible in a migration. */
        ROLLBACK
    }

    /**
     * The command of one statement, told from its tokens; comments and letter case do not matter.
     *
     * @throws ScriptException if the text holds a string, a quoted name or a comment that is never closed
     */
    public static Command of(String sql) {
        var lexer = SqlLexer.of(sql);
        var tokens = new LeadingTokens(lexer.bytes());
        var shape = new StatementShape();
        for (var kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            var word = lexer.keyword();
            if (!tokens.isFull()) {
                tokens.add(kind, word, lexer);
            }
            shape.accept(kind, word, lexer);
        }
        return of(tokens, shape);
    }

    static Command of(LeadingTokens tokens, StatementShape shape) {
        return shape.isCopyFromStdin() ? CommandRules.COPY_FROM_STDIN : CommandRules.of(tokens);
    }
}
