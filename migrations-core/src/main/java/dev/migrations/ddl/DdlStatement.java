package dev.migrations.ddl;

import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.SqlStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one statement does, as far as it matters to those who use the database meanwhile. */
public sealed interface DdlStatement
        permits AlterTable,
                CreateTable,
                CreateIndex,
                DdlStatement.AlterObject,
                DdlStatement.Create,
                DdlStatement.CreateDomain,
                DdlStatement.Drop,
                DdlStatement.DoBlock,
                DdlStatement.NotUnderstood,
                DdlStatement.Other,
                DdlStatement.SetSetting,
                DdlStatement.TransactionControl,
                DomainChange,
                EnumChange,
                Maintenance,
                RowChange {

    /** Reads a statement; any may be asked for, and what is not known is {@link NotUnderstood}. */
    static DdlStatement of(SqlStatement statement) {
        return DdlReader.read(statement.text(), new Place(statement.location(), statement.offset()));
    }

    /** Where its first token stands. */
    Place place();

    /** The columns that it defines. */
    default List<ColumnDefinition> columns() {
        return List.of();
    }

    /**
     * {@code CREATE} of anything that has no record of its own.
     *
     * @param name null where PostgreSQL makes one up
     * @param on   the table of a trigger, a policy or a rule; else null
     */
    record Create(
            Place place,
            ObjectKind kind,
            @Nullable QualifiedName name,
            @Nullable QualifiedName on,
            boolean orReplace,
            boolean ifNotExists)
            implements DdlStatement {}

    /** {@code CREATE DOMAIN}. */
    record CreateDomain(Place place, QualifiedName name, DataType type, List<Constraint> constraints)
            implements DdlStatement {
        public CreateDomain {
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * {@code DROP} of anything.
     *
     * @param names one or more
     * @param on    the table of a trigger, a policy or a rule; else null
     */
    record Drop(
            Place place,
            ObjectKind kind,
            List<QualifiedName> names,
            @Nullable QualifiedName on,
            boolean concurrently,
            boolean ifExists,
            boolean cascade)
            implements DdlStatement {
        public Drop {
            names = List.copyOf(names);
        }
    }

    /**
     * {@code ALTER} of anything but a table, an enum or a domain.
     *
     * @param action  as written
     * @param newName of a {@code RENAME TO}; else null
     */
    record AlterObject(
            Place place,
            ObjectKind kind,
            QualifiedName name,
            String action,
            @Nullable Identifier newName,
            boolean ifExists)
            implements DdlStatement {}

    /**
     * {@code SET} and {@code RESET}.
     *
     * @param setting in lower case; {@code all} for {@code RESET ALL}
     * @param value   as written, without quotes; null for {@code RESET} and {@code TO DEFAULT}
     */
    record SetSetting(Place place, String setting, @Nullable String value, Scope scope) implements DdlStatement {
        /** How long a setting lasts. */
        public enum Scope {
            SESSION,
            TRANSACTION
        }
    }

    /** {@code BEGIN}, {@code COMMIT} and the like. */
    record TransactionControl(Place place, Verb verb) implements DdlStatement {
        /** What becomes of the transaction. */
        public enum Verb {
            BEGIN,
            COMMIT,
            ROLLBACK,
            /** {@code SAVEPOINT}, {@code RELEASE}, {@code ROLLBACK TO}. */
            SAVEPOINT
        }
    }

    /**
     * {@code DO} with a body in PL/pgSQL.
     *
     * @param statements those of the body that are plain SQL, wherever they stand in it, each with its place in the file
     */
    record DoBlock(Place place, List<DdlStatement> statements) implements DdlStatement {
        public DoBlock {
            statements = List.copyOf(statements);
        }
    }

    /**
     * A command that changes no definition and takes no lock that others would feel, such as {@code SELECT} or {@code GRANT}.
     *
     * @param command its first word in upper case
     */
    record Other(Place place, String command) implements DdlStatement {}

    /**
     * A statement that may matter and goes on in a way that is not known.
     *
     * @param at the token where the reader gave up
     */
    record NotUnderstood(Place place, String at) implements DdlStatement {}
}
