package dev.migrations.script;

import dev.migrations.script.StandAlone.CreateIndex;
import dev.migrations.script.StandAlone.DetachPartition;
import dev.migrations.script.StandAlone.DropIndex;
import dev.migrations.script.StandAlone.Effect;
import dev.migrations.script.StandAlone.Other;
import dev.migrations.script.StandAlone.Reindex;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Reads the few commands whose objects must be known, as gram.y has them. */
final class StandAloneParser {

    private final LeadingTokens tokens;
    private int at;

    private StandAloneParser(LeadingTokens tokens) {
        this.tokens = tokens;
    }

    static StandAlone parse(SqlStatement statement) {
        var keywords = statement.command().keywords();
        var parser = new StandAloneParser(LeadingTokens.all(statement.text()));
        var parsed = parser.parse(keywords);
        return parsed != null ? parsed : new Other(effect(keywords));
    }

    private static Effect effect(String keywords) {
        return switch (keywords) {
            case "CREATE DATABASE", "CREATE TABLESPACE", "CREATE SUBSCRIPTION" -> Effect.CREATES;
            case "DROP DATABASE", "DROP TABLESPACE", "DROP SUBSCRIPTION" -> Effect.DROPS;
            case "VACUUM",
                    "CLUSTER",
                    "REPACK",
                    "REPACK CONCURRENTLY",
                    "REINDEX",
                    "REINDEX SCHEMA",
                    "REINDEX DATABASE",
                    "REINDEX SYSTEM",
                    "DISCARD ALL",
                    "ALTER SYSTEM",
                    "ALTER DATABASE SET TABLESPACE",
                    "ALTER SUBSCRIPTION REFRESH PUBLICATION",
                    "ALTER SUBSCRIPTION SET PUBLICATION",
                    "ALTER SUBSCRIPTION SET" -> Effect.REPEATABLE;
            default -> Effect.UNKNOWN;
        };
    }

    /** Null when it is none of them, or not written as the grammar wants it, which the server will say better. */
    private @Nullable StandAlone parse(String keywords) {
        return switch (keywords) {
            case "CREATE INDEX CONCURRENTLY" -> createIndex();
            case "DROP INDEX CONCURRENTLY" -> dropIndex();
            case "ALTER TABLE DETACH PARTITION CONCURRENTLY" -> detachPartition();
            default -> keywords.startsWith("REINDEX ") && keywords.endsWith(" CONCURRENTLY") ? reindex() : null;
        };
    }

    /** {@code CREATE [UNIQUE] INDEX CONCURRENTLY [[IF NOT EXISTS] name] ON [ONLY] table}. */
    private @Nullable StandAlone createIndex() {
        at = tokens.is(1, "UNIQUE") ? 4 : 3;
        var ifNotExists = tokens.are(at, "IF", "NOT", "EXISTS");
        at += ifNotExists ? 3 : 0;
        var index = tokens.is(at, "ON") ? null : name();
        if (!tokens.is(at, "ON")) {
            return null;
        }
        at += tokens.is(at + 1, "ONLY") ? 2 : 1;
        var table = name();
        if (table == null) {
            return null;
        }
        return new CreateIndex(
                index == null ? null : new QualifiedName(table.schema(), index.name()), table, ifNotExists);
    }

    /** {@code DROP INDEX CONCURRENTLY [IF EXISTS] name [, …] [CASCADE | RESTRICT]}. */
    private @Nullable StandAlone dropIndex() {
        at = 3;
        var ifExists = tokens.are(at, "IF", "EXISTS");
        at += ifExists ? 2 : 0;
        var indexes = new ArrayList<QualifiedName>();
        do {
            var index = name();
            if (index == null) {
                return null;
            }
            indexes.add(index);
        } while (tokens.kind(at++) == TokenKind.COMMA);
        return new DropIndex(indexes, ifExists);
    }

    /** {@code REINDEX [(options)] kind [CONCURRENTLY] [name]}. */
    private StandAlone reindex() {
        at = CommandOptions.end(tokens, 1);
        var kind = tokens.upperText(at++);
        at += tokens.is(at, "CONCURRENTLY") ? 1 : 0;
        return new Reindex(kind, name());
    }

    /** {@code ALTER TABLE [IF EXISTS] table DETACH PARTITION partition CONCURRENTLY}. */
    private @Nullable StandAlone detachPartition() {
        at = CommandRules.tableName(tokens);
        var table = name();
        at += tokens.kind(at) == TokenKind.OPERATOR ? 3 : 2;
        var partition = name();
        return table == null || partition == null ? null : new DetachPartition(table, partition);
    }

    private @Nullable QualifiedName name() {
        String schema = null;
        String name = null;
        while (tokens.isName(at)) {
            schema = name;
            name = NameText.unquote(tokens.text(at++));
            if (tokens.is(at, "UESCAPE")) {
                at += 2;
            }
            if (tokens.kind(at) != TokenKind.DOT) {
                break;
            }
            at++;
        }
        return name == null ? null : new QualifiedName(schema, name);
    }
}
