package dev.migrations.alter;

import dev.migrations.schema.ObjectKind;

/** The form of each kind. */
final class Forms {

    private static final Form DEFINED = new DefinedForm();
    private static final Form ROUTINE = new RoutineForm();
    private static final Form TABLE = new TableForm();
    private static final Form COLUMN = new ColumnForm();
    private static final Form VIEW = new ViewForm();
    private static final Form TYPE = new TypeForm();
    private static final Form DOMAIN = new DomainForm();
    private static final Form SEQUENCE = new SequenceForm();
    private static final Form CONSTRAINT = new ConstraintForm();
    private static final Form INDEX = new IndexForm();
    private static final Form MEMBERS = new MembersForm();
    private static final Form EXTENSION = new ExtensionForm();
    private static final Form FOREIGN = new ForeignForm();
    private static final Form PUBLICATION = new PublicationForm();
    private static final Form SUBSCRIPTION = new SubscriptionForm();
    private static final Form DEFAULT_PRIVILEGES = new DefaultPrivilegesForm();

    private Forms() {}

    static Form of(ObjectKind kind) {
        return switch (kind) {
            case FUNCTION, PROCEDURE -> ROUTINE;
            case TABLE, FOREIGN_TABLE -> TABLE;
            case COLUMN -> COLUMN;
            case VIEW, MATERIALIZED_VIEW -> VIEW;
            case TYPE -> TYPE;
            case DOMAIN -> DOMAIN;
            case SEQUENCE -> SEQUENCE;
            case CONSTRAINT -> CONSTRAINT;
            case INDEX -> INDEX;
            case OPERATOR_FAMILY, OPERATOR_CLASS, TEXT_SEARCH_CONFIGURATION -> MEMBERS;
            case EXTENSION -> EXTENSION;
            case FOREIGN_DATA_WRAPPER, SERVER, USER_MAPPING -> FOREIGN;
            case PUBLICATION -> PUBLICATION;
            case SUBSCRIPTION -> SUBSCRIPTION;
            case DEFAULT_PRIVILEGES -> DEFAULT_PRIVILEGES;
            case LANGUAGE,
                    SCHEMA,
                    ACCESS_METHOD,
                    EVENT_TRIGGER,
                    CAST,
                    TRANSFORM,
                    COLLATION,
                    CONVERSION,
                    TRIGGER,
                    RULE,
                    POLICY,
                    STATISTICS,
                    AGGREGATE,
                    OPERATOR,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY -> DEFINED;
        };
    }
}
