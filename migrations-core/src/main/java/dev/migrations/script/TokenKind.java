package dev.migrations.script;

/** What PostgreSQL's scanner would call a token (src/backend/parser/scan.l); blanks and comments are none. */
public enum TokenKind {
    /** An unquoted name or a key word. */
    WORD,
    /** {@code "name"} or {@code U&"name"}. */
    QUOTED_NAME,
    /** Any string: plain, {@code E''}, {@code U&''}, {@code B''}, {@code X''}, {@code N''} or dollar-quoted, whole. */
    STRING,
    /** An integer or a decimal number, without its sign. */
    NUMBER,
    /** {@code $1}. */
    PARAMETER,
    /** One operator, {@code ::}, {@code :=} or {@code ..}. */
    OPERATOR,
    /** {@code (}. */
    LEFT_PARENTHESIS,
    /** {@code )}. */
    RIGHT_PARENTHESIS,
    /** {@code [}. */
    LEFT_BRACKET,
    /** {@code ]}. */
    RIGHT_BRACKET,
    /** {@code ,}. */
    COMMA,
    /** {@code .}. */
    DOT,
    /** {@code :}. */
    COLON,
    /** {@code ;}, wherever it stands. */
    SEMICOLON,
    /** A backslash outside quotes: in psql it starts a meta-command, and PostgreSQL refuses it. */
    BACKSLASH,
    /** A character that starts no token, such as a lone {@code $}: PostgreSQL refuses it. */
    OTHER,
    /** Nothing is left. */
    END
}
