package dev.migrations.schema;

import java.util.Locale;

/** Each kind of object that a snapshot knows, in the order in which a snapshot lists them. */
public enum ObjectKind {
    EXTENSION,
    LANGUAGE,
    SCHEMA,
    DEFAULT_PRIVILEGES,
    ACCESS_METHOD,
    FOREIGN_DATA_WRAPPER,
    SERVER,
    USER_MAPPING,
    PUBLICATION,
    SUBSCRIPTION,
    EVENT_TRIGGER,
    CAST,
    TRANSFORM,
    COLLATION,
    CONVERSION,
    TYPE,
    DOMAIN,
    SEQUENCE,
    TABLE,
    FOREIGN_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    COLUMN(true),
    CONSTRAINT(true),
    INDEX(true),
    TRIGGER(true),
    RULE(true),
    POLICY(true),
    STATISTICS,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    OPERATOR,
    OPERATOR_FAMILY,
    OPERATOR_CLASS,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_CONFIGURATION;

    private final boolean part;

    ObjectKind() {
        this(false);
    }

    ObjectKind(boolean part) {
        this.part = part;
    }

    /** Whether it is a part of a table, a view or a domain, and goes with it. */
    public boolean isPart() {
        return part;
    }

    /** The words that SQL has for it, in lower case. */
    public String sql() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return sql();
    }
}
