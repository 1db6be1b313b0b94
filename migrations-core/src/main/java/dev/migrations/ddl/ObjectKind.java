package dev.migrations.ddl;

import java.util.Locale;

/** What a statement creates, alters or drops. */
public enum ObjectKind {
    TABLE,
    FOREIGN_TABLE,
    INDEX,
    VIEW,
    MATERIALIZED_VIEW,
    SEQUENCE,
    TYPE,
    DOMAIN,
    TRIGGER,
    EVENT_TRIGGER,
    SCHEMA,
    DATABASE,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    ROUTINE,
    EXTENSION,
    POLICY,
    RULE,
    ROLE,
    USER,
    COLLATION,
    STATISTICS,
    PUBLICATION,
    SUBSCRIPTION,
    SERVER,
    TABLESPACE,
    LANGUAGE;

    /** The words that SQL has for it, in lower case. */
    public String sql() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return sql();
    }
}
