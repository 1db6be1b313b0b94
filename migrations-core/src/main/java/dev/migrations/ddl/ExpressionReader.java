package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.TokenKind;
import java.util.Set;

/** Passes over expressions, to where the grammar ends them, and looks at the functions that they call. */
final class ExpressionReader {

    /** What may follow a column's default; none of them is a part of a b_expr outside parentheses (gram.y). */
    private static final Set<String> CLAUSES = Set.of(
            "CONSTRAINT",
            "NOT",
            "NULL",
            "UNIQUE",
            "PRIMARY",
            "CHECK",
            "REFERENCES",
            "GENERATED",
            "DEFAULT",
            "COLLATE",
            "DEFERRABLE",
            "INITIALLY",
            "ENFORCED",
            "USING");
    /** They stand in front of a parenthesis and are no functions, or none that could be volatile. */
    private static final Set<String> SYNTAX = Set.of(
            ("ALL AND ANY ARRAY AS BETWEEN CASE CAST COALESCE DISTINCT ELSE EXISTS EXTRACT FILTER FROM GREATEST IN IS LEAST"
                            + " LIKE ILIKE NOT NULLIF OR OVER OVERLAY POSITION ROW SELECT SIMILAR SOME SUBSTRING THEN TO"
                            + " TREAT TRIM VALUES WHEN WHERE WITH XMLELEMENT CURRENT_TIME CURRENT_TIMESTAMP LOCALTIME"
                            + " LOCALTIMESTAMP")
                    .split(" ", -1));

    private static final Set<String> STABLE_WORDS = Set.of(
            ("CURRENT_TIMESTAMP CURRENT_DATE CURRENT_TIME LOCALTIME LOCALTIMESTAMP CURRENT_USER CURRENT_ROLE SESSION_USER"
                            + " SYSTEM_USER USER CURRENT_CATALOG CURRENT_SCHEMA")
                    .split(" ", -1));

    private ExpressionReader() {}

    /** To a comma, a closing parenthesis or the end. */
    static Expression toItemEnd(Tokens tokens) {
        return read(tokens, Set.of());
    }

    /** To the next clause of the same column, or the end of the column. */
    static Expression toNextClause(Tokens tokens) {
        return read(tokens, CLAUSES);
    }

    /** {@code ( … )}, without the parentheses. */
    static Expression inParentheses(Tokens tokens) {
        tokens.expect(TokenKind.LEFT_PARENTHESIS);
        if (tokens.at(TokenKind.RIGHT_PARENTHESIS)) {
            throw tokens.unreadable();
        }
        var mark = tokens.mark();
        var volatility = Volatility.CONSTANT;
        while (!tokens.at(TokenKind.RIGHT_PARENTHESIS)) {
            volatility = volatility.with(pass(tokens));
        }
        var expression = new Expression(tokens.textSince(mark), volatility);
        tokens.next();
        return expression;
    }

    private static Expression read(Tokens tokens, Set<String> clauses) {
        if (tokens.atItemEnd()) {
            throw tokens.unreadable();
        }
        var mark = tokens.mark();
        var volatility = Volatility.CONSTANT;
        var cases = 0;
        do {
            cases += tokens.at("CASE") ? 1 : 0;
            cases -= tokens.at("END") ? 1 : 0;
            volatility = volatility.with(pass(tokens));
        } while (!tokens.atItemEnd()
                && (cases > 0 || !clauses.contains(tokens.token().word())));
        return new Expression(tokens.textSince(mark), volatility);
    }

    /** One token, or a parenthesis with all that it holds. */
    private static Volatility pass(Tokens tokens) {
        if (tokens.at(TokenKind.LEFT_PARENTHESIS) || tokens.at(TokenKind.LEFT_BRACKET)) {
            return passGroup(tokens);
        }
        if (tokens.atOperator("::") || tokens.at("AS")) {
            tokens.next();
            if (tokens.token().isName()) {
                TypeReader.read(tokens);
            }
            return Volatility.CONSTANT;
        }
        return passToken(tokens);
    }

    private static Volatility passGroup(Tokens tokens) {
        var volatility = Volatility.CONSTANT;
        var depth = 0;
        do {
            if (tokens.at(TokenKind.LEFT_PARENTHESIS) || tokens.at(TokenKind.LEFT_BRACKET)) {
                depth++;
                tokens.next();
            } else if (tokens.at(TokenKind.RIGHT_PARENTHESIS) || tokens.at(TokenKind.RIGHT_BRACKET)) {
                depth--;
                tokens.next();
            } else {
                volatility = volatility.with(pass(tokens));
            }
        } while (depth > 0);
        return volatility;
    }

    private static Volatility passToken(Tokens tokens) {
        if (tokens.isEnd()) {
            throw tokens.unreadable();
        }
        var token = tokens.next();
        if (!token.isName()) {
            return Volatility.CONSTANT;
        }
        if (STABLE_WORDS.contains(token.word())) {
            return Volatility.STABLE;
        }
        var calls = tokens.at(TokenKind.LEFT_PARENTHESIS) && !SYNTAX.contains(token.word());
        return calls ? FunctionVolatility.of(Identifier.parse(token.text()).name()) : Volatility.CONSTANT;
    }
}
