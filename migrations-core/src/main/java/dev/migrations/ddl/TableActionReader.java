package dev.migrations.ddl;

import dev.migrations.ddl.TableAction.DetachPartition.Mode;
import dev.migrations.script.TokenKind;

/** Reads one sub-command of {@code ALTER TABLE} (gram.y, alter_table_cmd and partition_cmd). */
final class TableActionReader {

    private final Tokens tokens;
    private final Place place;
    private final int mark;

    TableActionReader(Tokens tokens) {
        this.tokens = tokens;
        this.place = tokens.place();
        this.mark = tokens.mark();
    }

    TableAction read() {
        return switch (tokens.next().word()) {
            case "ADD" -> add();
            case "DROP" -> drop();
            case "ALTER" -> alter();
            case "VALIDATE" -> {
                tokens.expect("CONSTRAINT");
                yield new TableAction.ValidateConstraint(place, tokens.identifier());
            }
            case "RENAME" -> rename();
            case "SET" -> set();
            case "ATTACH" -> attach();
            case "DETACH" -> detach();
            case "ENABLE", "DISABLE", "FORCE" -> {
                tokens.skipItem();
                yield new TableAction.Toggle(place, tokens.textSince(mark));
            }
            case "NO" -> no();
            case "INHERIT" -> new TableAction.Inherit(place, tokens.qualifiedName());
            case "OWNER", "CLUSTER", "REPLICA", "RESET", "OF", "NOT", "OPTIONS" -> tune();
            default -> throw tokens.unreadable();
        };
    }

    private TableAction add() {
        if (ConstraintReader.isTableConstraint(tokens)) {
            return new TableAction.AddConstraint(place, ConstraintReader.ofTable(tokens));
        }
        tokens.take("COLUMN");
        var ifNotExists = tokens.take("IF", "NOT", "EXISTS");
        return new TableAction.AddColumn(place, ColumnReader.read(tokens), ifNotExists);
    }

    private TableAction drop() {
        var constraint = tokens.take("CONSTRAINT");
        if (!constraint) {
            tokens.take("COLUMN");
        }
        var ifExists = tokens.take("IF", "EXISTS");
        var name = tokens.identifier();
        var cascade = tokens.take("CASCADE");
        if (!cascade) {
            tokens.take("RESTRICT");
        }
        return constraint
                ? new TableAction.DropConstraint(place, name, ifExists, cascade)
                : new TableAction.DropColumn(place, name, ifExists, cascade);
    }

    private TableAction alter() {
        if (tokens.take("CONSTRAINT")) {
            var name = tokens.identifier();
            var attributes = tokens.mark();
            tokens.skipItem();
            return new TableAction.AlterConstraint(place, name, tokens.textSince(attributes));
        }
        return new ColumnActionReader(tokens, place).read();
    }

    private TableAction rename() {
        if (tokens.take("TO")) {
            return new TableAction.RenameTable(place, tokens.identifier());
        }
        var constraint = tokens.take("CONSTRAINT");
        if (!constraint) {
            tokens.take("COLUMN");
        }
        var name = tokens.identifier();
        tokens.expect("TO");
        var newName = tokens.identifier();
        return constraint
                ? new TableAction.RenameConstraint(place, name, newName)
                : new TableAction.RenameColumn(place, name, newName);
    }

    private TableAction set() {
        if (tokens.take("SCHEMA")) {
            return new TableAction.SetSchema(place, tokens.identifier());
        }
        if (tokens.at(TokenKind.LEFT_PARENTHESIS) || tokens.at("WITHOUT")) {
            return tune();
        }
        if (tokens.at("LOGGED") || tokens.at("UNLOGGED") || tokens.at("TABLESPACE") || tokens.at("ACCESS", "METHOD")) {
            tokens.skipItem();
            return new TableAction.Move(place, tokens.textSince(mark));
        }
        throw tokens.unreadable();
    }

    private TableAction attach() {
        tokens.expect("PARTITION");
        var partition = tokens.qualifiedName();
        var bounds = tokens.mark();
        tokens.skipItem();
        return new TableAction.AttachPartition(place, partition, tokens.textSince(bounds));
    }

    private TableAction detach() {
        tokens.expect("PARTITION");
        var partition = tokens.qualifiedName();
        var mode = tokens.take("CONCURRENTLY") ? Mode.CONCURRENTLY : Mode.BLOCKING;
        return new TableAction.DetachPartition(place, partition, tokens.take("FINALIZE") ? Mode.FINALIZE : mode);
    }

    private TableAction no() {
        if (tokens.at("FORCE")) {
            tokens.skipItem();
            return new TableAction.Toggle(place, tokens.textSince(mark));
        }
        tokens.expect("INHERIT");
        return tune();
    }

    private TableAction tune() {
        tokens.skipItem();
        return new TableAction.Tune(place, tokens.textSince(mark));
    }
}
