package dev.migrations.ddl;

import dev.migrations.ddl.DdlStatement.Other;
import dev.migrations.ddl.Maintenance.Reindex.Target;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code VACUUM}, {@code CLUSTER}, {@code REPACK}, {@code REINDEX}, {@code REFRESH} and {@code LOCK}. */
final class MaintenanceReader {

    private static final Set<String> OFF = Set.of("FALSE", "OFF");

    private final Tokens tokens;
    private final Place place;

    private MaintenanceReader(Tokens tokens, Place place) {
        this.tokens = tokens;
        this.place = place;
    }

    /** From behind the first word on. */
    static DdlStatement read(String first, Tokens tokens, Place place) {
        var reader = new MaintenanceReader(tokens, place);
        return switch (first) {
            case "VACUUM" -> reader.vacuum();
            case "CLUSTER" -> reader.cluster();
            case "REPACK" -> reader.repack();
            case "REINDEX" -> reader.reindex();
            case "REFRESH" -> reader.refresh();
            default -> reader.lock();
        };
    }

    private DdlStatement vacuum() {
        var options = options();
        var words = new HashSet<>(options);
        while (tokens.token().word().matches("FULL|FREEZE|VERBOSE|ANALYZE|ANALYSE")) {
            words.add(tokens.next().word());
        }
        var tables = new ArrayList<QualifiedName>();
        while (!tokens.isEnd()) {
            tokens.take("ONLY");
            tables.add(tokens.qualifiedName());
            if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
                tokens.skip();
            }
            if (!tokens.take(TokenKind.COMMA)) {
                tokens.expectEnd();
            }
        }
        return new Maintenance.Vacuum(place, words.contains("FULL"), tables);
    }

    private DdlStatement cluster() {
        options();
        tokens.take("VERBOSE");
        return new Maintenance.Cluster(place, tokens.isEnd() ? null : clustered());
    }

    /** {@code table [USING index]}, or the older {@code index ON table}. */
    private QualifiedName clustered() {
        var first = tokens.qualifiedName();
        var table = tokens.take("ON") ? tokens.qualifiedName() : first;
        if (tokens.take("USING")) {
            tokens.identifier();
        }
        tokens.expectEnd();
        return table;
    }

    private DdlStatement repack() {
        var concurrently = options().contains("CONCURRENTLY");
        var table = tokens.isEnd() ? null : tokens.qualifiedName();
        tokens.skipRest();
        return new Maintenance.Repack(place, concurrently, table);
    }

    private DdlStatement reindex() {
        var concurrently = options().contains("CONCURRENTLY");
        var target = target(tokens.next().word());
        concurrently |= tokens.take("CONCURRENTLY");
        var name = tokens.isEnd() ? null : tokens.qualifiedName();
        tokens.expectEnd();
        return new Maintenance.Reindex(place, target, name, concurrently);
    }

    private Target target(String word) {
        for (var target : Target.values()) {
            if (target.name().equals(word)) {
                return target;
            }
        }
        throw tokens.unreadable();
    }

    private DdlStatement refresh() {
        if (!tokens.take("MATERIALIZED", "VIEW")) {
            return new Other(place, "REFRESH");
        }
        var concurrently = tokens.take("CONCURRENTLY");
        var view = tokens.qualifiedName();
        var withData = !tokens.take("WITH", "NO", "DATA");
        if (withData) {
            tokens.take("WITH", "DATA");
        }
        tokens.expectEnd();
        return new Maintenance.Refresh(place, view, concurrently, withData);
    }

    private DdlStatement lock() {
        tokens.take("TABLE");
        var tables = new ArrayList<QualifiedName>();
        do {
            tokens.take("ONLY");
            tables.add(tokens.qualifiedName());
            if (tokens.atOperator("*")) {
                tokens.next();
            }
        } while (tokens.take(TokenKind.COMMA));
        return new Maintenance.Lock(place, tables, mode());
    }

    private String mode() {
        if (!tokens.take("IN")) {
            return "ACCESS EXCLUSIVE";
        }
        var words = new ArrayList<String>();
        while (!tokens.take("MODE")) {
            if (tokens.token().word().isEmpty()) {
                throw tokens.unreadable();
            }
            words.add(tokens.next().word());
        }
        return String.join(" ", words);
    }

    /** {@code (option [value], …)}: the options that are on. */
    private List<String> options() {
        if (!tokens.take(TokenKind.LEFT_PARENTHESIS)) {
            return List.of();
        }
        var on = new ArrayList<String>();
        do {
            var option = tokens.next().word();
            if (!isOff(tokens.token())) {
                on.add(option);
            }
            tokens.skipItem();
        } while (tokens.take(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PARENTHESIS);
        return on;
    }

    private static boolean isOff(Token value) {
        return OFF.contains(value.word())
                || value.text().equals("0")
                || value.text().equalsIgnoreCase("'off'");
    }
}
