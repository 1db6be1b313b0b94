package dev.migrations.docs.origin;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.CreateIndex;
import dev.migrations.ddl.CreateTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.AlterObject;
import dev.migrations.ddl.DdlStatement.Create;
import dev.migrations.ddl.DdlStatement.CreateDomain;
import dev.migrations.ddl.DdlStatement.DoBlock;
import dev.migrations.ddl.DdlStatement.Drop;
import dev.migrations.ddl.DdlStatement.NotUnderstood;
import dev.migrations.ddl.DdlStatement.SetSetting;
import dev.migrations.ddl.DomainChange;
import dev.migrations.ddl.EnumChange;
import dev.migrations.ddl.ObjectKind;
import dev.migrations.ddl.Place;
import dev.migrations.ddl.TableAction;
import dev.migrations.script.SqlScript;
import dev.migrations.script.StatementReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows objects through the scripts in the order in which these ran. */
final class ScriptHistory {

    private final TrackedObjects objects = new TrackedObjects();
    private final List<String> unread = new ArrayList<>();

    /** What is there after the scripts so far. */
    TrackedObjects objects() {
        return objects;
    }

    /** The places of statements that were not understood, such as {@code 003_x.up.sql:7}. */
    List<String> unread() {
        return unread;
    }

    void follow(SqlScript script) {
        objects.begin(script.name());
        try (var reader = StatementReader.open(script.source())) {
            while (reader.next()) {
                follow(DdlStatement.of(reader.statement()));
            }
        }
    }

    private void follow(DdlStatement statement) {
        if (statement instanceof DoBlock block) {
            block.statements().forEach(this::follow);
        } else if (statement instanceof NotUnderstood) {
            giveUp(statement.place());
        } else if (statement instanceof SetSetting setting && setting.setting().equals("search_path")) {
            objects.searchPath(setting.value());
        } else if (statement instanceof CreateTable create) {
            create(create);
        } else if (statement instanceof AlterTable alter) {
            alter(alter);
        } else if (statement instanceof CreateIndex index) {
            objects.addIndex(Optional.ofNullable(index.name()), index.table());
        } else {
            followOther(statement);
        }
    }

    private void followOther(DdlStatement statement) {
        if (statement instanceof Create create) {
            create(create);
        } else if (statement instanceof CreateDomain domain) {
            objects.make(Family.TYPE, domain.name());
        } else if (statement instanceof DomainChange change) {
            objects.change(Family.TYPE, change.domain());
        } else if (statement instanceof EnumChange change) {
            objects.change(Family.TYPE, change.type());
        } else if (statement instanceof AlterObject alter) {
            alter(alter);
        } else if (statement instanceof Drop drop) {
            drop(drop);
        }
    }

    private void create(CreateTable create) {
        if (create.temporary() || (create.ifNotExists() && objects.isKnown(Family.RELATION, create.table()))) {
            return;
        }
        objects.make(Family.RELATION, create.table());
        create.columns().forEach(column -> objects.makeColumn(create.table(), column.name()));
        if (create.partitionOf() != null) {
            objects.change(Family.RELATION, create.partitionOf());
        }
    }

    private void create(Create create) {
        if (create.on() != null) {
            objects.change(Family.RELATION, create.on());
            return;
        }
        var family = Family.of(create.kind());
        if (create.name() == null || family.isEmpty()) {
            return;
        }
        if (!objects.isKnown(family.get(), create.name())) {
            objects.make(family.get(), create.name());
        } else if (!create.ifNotExists()) {
            objects.change(family.get(), create.name()); // OR REPLACE, or a function with other arguments
        }
    }

    private void alter(AlterTable alter) {
        var table = alter.table();
        for (var action : alter.actions()) {
            if (action instanceof TableAction.NotUnderstood) {
                giveUp(action.place());
            } else {
                table = new TableChange(objects, table).apply(action);
            }
        }
    }

    private void alter(AlterObject alter) {
        if (alter.kind() == ObjectKind.INDEX) {
            objects.alterIndex(alter.name(), Optional.ofNullable(alter.newName()));
            return;
        }
        Family.of(alter.kind()).ifPresent(family -> {
            objects.change(family, alter.name());
            if (alter.newName() != null) {
                objects.rename(family, alter.name(), alter.newName().name());
            }
            MovedTo.find(alter.action()).ifPresent(schema -> objects.move(family, alter.name(), schema));
        });
    }

    private void drop(Drop drop) {
        if (drop.on() != null) {
            objects.change(Family.RELATION, drop.on());
        } else if (drop.kind() == ObjectKind.INDEX) {
            drop.names().forEach(objects::dropIndex);
        } else {
            Family.of(drop.kind()).ifPresent(family -> drop.names().forEach(name -> objects.drop(family, name)));
        }
    }

    private void giveUp(Place place) {
        unread.add(place.location().file() + ":" + place.location().line());
    }
}
