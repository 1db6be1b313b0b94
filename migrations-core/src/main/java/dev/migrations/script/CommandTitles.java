package dev.migrations.script;

import dev.migrations.script.Command.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The titles of the manual's SQL command pages (PostgreSQL 18, part VI), found by a statement's first words. */
final class CommandTitles {

    private static final String ALTER_ONLY = "DATABASE DEFAULT_PRIVILEGES LARGE_OBJECT SYSTEM";
    private static final String CREATE_ONLY = "CAST DATABASE TRANSFORM";
    private static final String DROP_ONLY = "CAST DATABASE OWNED TRANSFORM ROUTINE";
    private static final String OBJECTS = "ACCESS_METHOD AGGREGATE COLLATION CONVERSION DOMAIN EVENT_TRIGGER EXTENSION"
            + " FOREIGN_DATA_WRAPPER FOREIGN_TABLE FUNCTION GROUP INDEX LANGUAGE MATERIALIZED_VIEW OPERATOR"
            + " OPERATOR_CLASS OPERATOR_FAMILY POLICY PROCEDURE PROPERTY_GRAPH PUBLICATION ROLE ROUTINE RULE SCHEMA SEQUENCE"
            + " SERVER STATISTICS SUBSCRIPTION TABLE TABLESPACE TEXT_SEARCH_CONFIGURATION TEXT_SEARCH_DICTIONARY"
            + " TEXT_SEARCH_PARSER TEXT_SEARCH_TEMPLATE TRIGGER TYPE USER USER_MAPPING VIEW";
    private static final String OTHERS =
            "ANALYZE CHECKPOINT CLOSE COMMENT COPY DEALLOCATE DECLARE DELETE EXECUTE EXPLAIN"
                    + " FETCH GRANT IMPORT_FOREIGN_SCHEMA INSERT LISTEN LOAD LOCK MERGE MOVE NOTIFY PREPARE REASSIGN_OWNED"
                    + " REFRESH_MATERIALIZED_VIEW RELEASE_SAVEPOINT RESET REVOKE SAVEPOINT SECURITY_LABEL SELECT SET"
                    + " SET_CONSTRAINTS SET_ROLE SET_SESSION_AUTHORIZATION SET_TRANSACTION SHOW TABLE TRUNCATE UNLISTEN UPDATE"
                    + " VALUES WITH DISCARD REINDEX CLUSTER REPACK";

    /** Words between CREATE (or ALTER, DROP) and the kind of object that are no part of the title. */
    private static final Set<String> PASSED_OVER = Set.of(
            "OR REPLACE GLOBAL LOCAL TEMP TEMPORARY UNLOGGED UNIQUE RECURSIVE CONSTRAINT TRUSTED PROCEDURAL DEFAULT"
                    .split(" ", -1));

    private static final Title ROOT = new Title();

    static {
        addAll("CREATE ", CREATE_ONLY + " " + OBJECTS);
        addAll("ALTER ", ALTER_ONLY + " " + OBJECTS);
        addAll("DROP ", DROP_ONLY + " " + OBJECTS);
        addAll("", OTHERS);
    }

    private CommandTitles() {}

    /** The longest title that the statement's words begin with; null when PostgreSQL knows no such command. */
    static @Nullable Command find(LeadingTokens tokens) {
        var title = ROOT.next.get(tokens.keyword(0));
        if (title == null) {
            return null;
        }
        var found = title.command;
        for (var i = 1; i < tokens.size(); i++) {
            var word = tokens.keyword(i);
            var next = title.next.get(word);
            if (next != null) {
                title = next;
                found = next.command != null ? next.command : found;
            } else if (found != null || !PASSED_OVER.contains(word)) {
                break;
            }
        }
        return found;
    }

    /** Every word that occurs in a title. */
    static List<String> words() {
        var words = new ArrayList<String>(PASSED_OVER);
        collect(ROOT, words);
        return words;
    }

    private static void collect(Title title, List<String> words) {
        title.next.forEach((word, next) -> {
            words.add(word);
            collect(next, words);
        });
    }

    private static void addAll(String verb, String objects) {
        for (var object : objects.split(" ", -1)) {
            var text = verb + object.replace('_', ' ');
            var title = ROOT;
            for (var word : text.split(" ", -1)) {
                title = title.next.computeIfAbsent(word, unused -> new Title());
            }
            title.command = new Command(text, Kind.ORDINARY);
        }
    }

    private static final class Title {
        final Map<String, Title> next = new HashMap<>();

        @Nullable
        Command command;
    }
}
