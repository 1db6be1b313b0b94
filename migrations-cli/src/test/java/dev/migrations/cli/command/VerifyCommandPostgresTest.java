package dev.migrations.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class VerifyCommandPostgresTest {

    @TempDir
    Path directory;

    private Session session;

    @BeforeEach
    void setUp(TestDatabase database) {
        MigrationFiles.in(directory.resolve("migrations"))
                .with("001_orders.up.sql", "create table orders (id bigint primary key, note text, total int);\n")
                .with("001_orders.down.sql", "drop table orders;\n")
                .with("002_city.up.sql", "create index if not exists orders_note on orders (note);\n")
                .with("002_city.down.sql", "alter table orders drop column note;\nalter table orders add note text;\n")
                .with("003_total.up.sql", "alter table orders add constraint positive check (total > 0);\n")
                .with("003_total.down.sql", "alter table orders drop constraint positiv;\n")
                .with("004_mail.sql", "alter table orders add mail text;\n");
        session = Session.in(directory.resolve("migrations")).on(database);
    }

    @Test
    void what_is_not_exact_is_explained_and_ends_with_1() {
        var result = session.run("verify");
        assertThat(result.exitCode()).isEqualTo(1);
        Snapshot.assertMatches("screens/verify.txt", result.screen().stripTrailing());
    }

    @Test
    void a_program_gets_the_same() {
        Snapshot.assertMatches(
                "screens/verify.json", session.run("verify", "--json").out().stripTrailing());
    }

    @Test
    void a_build_server_gets_a_case_for_each_script(TestDatabase database) throws Exception {
        var junit = directory.resolve("verify.xml");
        session.run("verify", "--allow-missing-down", "--junit", junit.toString());
        Snapshot.assertMatches(
                "screens/verify.xml",
                Files.readString(junit)
                        .replaceAll("time=\"[0-9.]+\"", "time=\"0.005\"")
                        .replace(database.name(), "shop")
                        .stripTrailing());
        var parsed = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
        assertThat(parsed.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(parsed.getElementsByTagName("failure").getLength()).isEqualTo(2);
    }

    @Test
    void some_versions_may_be_tried_with_rows_of_their_own() throws Exception {
        var rows = Files.writeString(directory.resolve("rows.sql"), "insert into orders values (1, 'a', -1);\n");
        assertThat(session.run("verify", "--from", "4", "--allow-missing-down").exitCode())
                .isZero();
        var result = session.run("verify", "--from", "3", "--to", "3", "--before", rows.toString());
        assertThat(result.out()).contains("003_total.up.sql  up failed").contains("is violated by some row");
        assertThat(session.run("verify", "--to", "2", "--before", "2=" + rows).out())
                .contains("residue");
        assertThat(session.run("verify", "--before", "9=" + rows).exitCode()).isEqualTo(2);
        assertThat(session.run("verify", "--before", directory.resolve("no.sql").toString())
                        .err())
                .contains("no.sql");
    }
}
