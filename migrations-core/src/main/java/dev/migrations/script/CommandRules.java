package dev.migrations.script;

import dev.migrations.script.Command.Kind;
import java.util.Locale;

/**
 * Tells commands apart by their first words.
 *
 * <p>Which of them stand alone follows the calls of PreventInTransactionBlock in PostgreSQL's sources
 * (src/backend/tcop/utility.c and src/backend/commands). What depends on the objects themselves cannot be seen here:
 * {@code REINDEX} and {@code CLUSTER} of a partitioned table are refused in a transaction too, so under
 * {@code transaction=none} they stand alone.
 */
final class CommandRules {

    static final Command COPY_FROM_STDIN = new Command("COPY FROM STDIN", Kind.COPY_FROM_STDIN);

    private static final Command BEGIN = new Command("BEGIN", Kind.BEGIN);
    private static final Command START_TRANSACTION = new Command("START TRANSACTION", Kind.BEGIN);
    private static final Command COMMIT = new Command("COMMIT", Kind.COMMIT);
    private static final Command END = new Command("END", Kind.COMMIT);
    private static final Command COMMIT_AND_CHAIN = new Command("COMMIT AND CHAIN", Kind.COMMIT_AND_CHAIN);
    private static final Command ROLLBACK = new Command("ROLLBACK", Kind.ROLLBACK);
    private static final Command ABORT = new Command("ABORT", Kind.ROLLBACK);
    private static final Command PREPARE_TRANSACTION = new Command("PREPARE TRANSACTION", Kind.ROLLBACK);
    private static final Command ROLLBACK_TO_SAVEPOINT = new Command("ROLLBACK TO SAVEPOINT", Kind.ORDINARY);
    private static final Command RELEASE_SAVEPOINT = new Command("RELEASE SAVEPOINT", Kind.ORDINARY);
    private static final Command SELECT = new Command("SELECT", Kind.ORDINARY);
    private static final Command CALL = new Command("CALL", Kind.MAY_COMMIT);
    private static final Command DO = new Command("DO", Kind.MAY_COMMIT);
    private static final Command REINDEX = new Command("REINDEX", Kind.MAY_COMMIT);
    private static final Command CLUSTER = new Command("CLUSTER", Kind.MAY_COMMIT);

    private CommandRules() {}

    static Command of(LeadingTokens tokens) {
        return switch (tokens.keyword(0)) {
            case "BEGIN" -> BEGIN;
            case "START" -> tokens.is(1, "TRANSACTION") ? START_TRANSACTION : ordinary(tokens);
            case "COMMIT" -> commit(tokens, COMMIT);
            case "END" -> commit(tokens, END);
            case "ROLLBACK" -> rollback(tokens, ROLLBACK);
            case "ABORT" -> rollback(tokens, ABORT);
            case "PREPARE" -> tokens.is(1, "TRANSACTION") ? PREPARE_TRANSACTION : ordinary(tokens);
            case "RELEASE" -> RELEASE_SAVEPOINT;
            case "CALL" -> CALL;
            case "DO" -> DO;
            case "CREATE" -> create(tokens);
            case "DROP" -> drop(tokens);
            case "ALTER" -> alter(tokens);
            case "REINDEX" -> reindex(tokens);
            case "VACUUM" -> alone("VACUUM");
            case "CLUSTER" -> cluster(tokens);
            case "REPACK" -> repack(tokens);
            case "DISCARD" -> tokens.is(1, "ALL") ? alone("DISCARD ALL") : ordinary(tokens);
            default -> ordinary(tokens);
        };
    }

    private static Command ordinary(LeadingTokens tokens) {
        var title = CommandTitles.find(tokens);
        if (title != null) {
            return title;
        }
        if (tokens.kind(0) == TokenKind.LEFT_PARENTHESIS) {
            return SELECT;
        }
        return new Command(tokens.text(0).toUpperCase(Locale.ROOT), Kind.ORDINARY);
    }

    private static Command alone(String keywords) {
        return new Command(keywords, Kind.STANDS_ALONE);
    }

    private static Command commit(LeadingTokens tokens, Command plain) {
        if (tokens.is(1, "PREPARED")) {
            return alone("COMMIT PREPARED");
        }
        return tokens.are(afterWork(tokens), "AND", "CHAIN") ? COMMIT_AND_CHAIN : plain;
    }

    private static Command rollback(LeadingTokens tokens, Command plain) {
        if (tokens.is(1, "PREPARED")) {
            return alone("ROLLBACK PREPARED");
        }
        return tokens.is(afterWork(tokens), "TO") ? ROLLBACK_TO_SAVEPOINT : plain;
    }

    /** The place behind {@code BEGIN}, {@code COMMIT} and the like with their {@code WORK} or {@code TRANSACTION}. */
    static int afterWork(LeadingTokens tokens) {
        return tokens.is(1, "WORK") || tokens.is(1, "TRANSACTION") ? 2 : 1;
    }

    private static Command create(LeadingTokens tokens) {
        var index = tokens.is(1, "UNIQUE") ? 2 : 1;
        if (tokens.are(index, "INDEX", "CONCURRENTLY")) {
            return alone("CREATE INDEX CONCURRENTLY");
        }
        return switch (tokens.keyword(1)) {
            case "DATABASE" -> alone("CREATE DATABASE");
            case "TABLESPACE" -> alone("CREATE TABLESPACE");
            case "SUBSCRIPTION" -> alone("CREATE SUBSCRIPTION");
            default -> ordinary(tokens);
        };
    }

    private static Command drop(LeadingTokens tokens) {
        return switch (tokens.keyword(1)) {
            case "INDEX" -> tokens.is(2, "CONCURRENTLY") ? alone("DROP INDEX CONCURRENTLY") : ordinary(tokens);
            case "DATABASE" -> alone("DROP DATABASE");
            case "TABLESPACE" -> alone("DROP TABLESPACE");
            case "SUBSCRIPTION" -> alone("DROP SUBSCRIPTION");
            default -> ordinary(tokens);
        };
    }

    private static Command alter(LeadingTokens tokens) {
        return switch (tokens.keyword(1)) {
            case "SYSTEM" -> alone("ALTER SYSTEM");
            case "TABLE" -> alterTable(tokens);
            case "DATABASE" -> alterDatabase(tokens);
            case "SUBSCRIPTION" -> alterSubscription(tokens);
            default -> ordinary(tokens);
        };
    }

    private static Command alterTable(LeadingTokens tokens) {
        var behind = tokens.afterName(tableName(tokens));
        var action = tokens.kind(behind) == TokenKind.OPERATOR ? behind + 1 : behind; // ALTER TABLE t *
        if (tokens.are(action, "DETACH", "PARTITION") && tokens.is(tokens.afterName(action + 2), "CONCURRENTLY")) {
            return alone("ALTER TABLE DETACH PARTITION CONCURRENTLY");
        }
        return ordinary(tokens);
    }

    /** The place of the table's name in {@code ALTER TABLE [IF EXISTS] [ONLY] name}. */
    static int tableName(LeadingTokens tokens) {
        var at = tokens.are(2, "IF", "EXISTS") ? 4 : 2;
        return tokens.is(at, "ONLY") ? at + 1 : at;
    }

    /** {@code ALTER DATABASE x WITH TABLESPACE y} means the same as {@code SET TABLESPACE} (dbcommands.c). */
    private static Command alterDatabase(LeadingTokens tokens) {
        var direct = tokens.is(3, "TABLESPACE");
        var worded = (tokens.is(3, "SET") || tokens.is(3, "WITH")) && tokens.is(4, "TABLESPACE");
        return direct || worded ? alone("ALTER DATABASE SET TABLESPACE") : ordinary(tokens);
    }

    private static Command alterSubscription(LeadingTokens tokens) {
        var verb = tokens.keyword(3);
        if (verb.equals("REFRESH")) {
            return alone("ALTER SUBSCRIPTION REFRESH PUBLICATION");
        }
        var changes = verb.equals("SET") || verb.equals("ADD") || verb.equals("DROP");
        if (changes && tokens.is(4, "PUBLICATION")) {
            return alone("ALTER SUBSCRIPTION " + verb + " PUBLICATION");
        }
        return verb.equals("SET") && setsSlotOption(tokens) ? alone("ALTER SUBSCRIPTION SET") : ordinary(tokens);
    }

    /** Both change the replication slot on the publisher: {@code failover} since 17, {@code two_phase} since 18. */
    private static boolean setsSlotOption(LeadingTokens tokens) {
        for (var i = 5; i < tokens.size(); i++) {
            var option = tokens.kind(i) == TokenKind.WORD ? tokens.upperText(i) : "";
            if (option.equals("FAILOVER") || option.equals("TWO_PHASE")) {
                return true;
            }
        }
        return false;
    }

    private static Command reindex(LeadingTokens tokens) {
        var kindAt = CommandOptions.end(tokens, 1);
        var kind = tokens.keyword(kindAt);
        if (tokens.is(kindAt + 1, "CONCURRENTLY") || CommandOptions.isOn(tokens, 1, "CONCURRENTLY")) {
            return alone("REINDEX " + kind + " CONCURRENTLY");
        }
        return switch (kind) {
            case "SCHEMA", "DATABASE", "SYSTEM" -> alone("REINDEX " + kind);
            default -> REINDEX;
        };
    }

    private static Command cluster(LeadingTokens tokens) {
        var table = tokens.is(1, "VERBOSE") ? 2 : CommandOptions.end(tokens, 1);
        return tokens.isName(table) ? CLUSTER : alone("CLUSTER");
    }

    /** REPACK comes with PostgreSQL 19 and takes CLUSTER's place. */
    private static Command repack(LeadingTokens tokens) {
        if (CommandOptions.isOn(tokens, 1, "CONCURRENTLY")) {
            return alone("REPACK CONCURRENTLY");
        }
        return tokens.isName(CommandOptions.end(tokens, 1)) ? ordinary(tokens) : alone("REPACK");
    }
}
