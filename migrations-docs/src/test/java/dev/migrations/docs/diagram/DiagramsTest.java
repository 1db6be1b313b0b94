package dev.migrations.docs.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.docs.origin.Origins;
import dev.migrations.docs.reference.DatabaseReference;
import dev.migrations.docs.reference.Entry;
import dev.migrations.docs.reference.ForeignKey;
import dev.migrations.docs.testing.CompanySchema;
import dev.migrations.schema.SchemaSnapshot;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DiagramsTest {

    private static DatabaseReference company;
    private static List<Diagram> diagrams;

    @BeforeAll
    static void draw() {
        company = DatabaseReference.of("company", CompanySchema.snapshot(), Origins.unknown());
        diagrams = Diagrams.of(company);
    }

    @Test
    void all_tables_are_in_the_first_picture_and_each_schema_has_one_of_its_own() {
        assertThat(diagrams.get(0).boxes())
                .extracting(placed -> placed.box().table())
                .containsExactlyInAnyOrderElementsOf(
                        company.tables().map(Entry::name).toList());
        assertThat(diagrams.stream().skip(1).map(Diagram::title))
                .containsExactly(
                        "catalogue",
                        "crm",
                        "finance",
                        "hr",
                        "org",
                        "projects",
                        "public",
                        "purchasing",
                        "sales",
                        "stock");
    }

    @Test
    void no_two_boxes_overlap() {
        for (var diagram : diagrams) {
            var boxes = diagram.boxes();
            for (var i = 0; i < boxes.size(); i++) {
                for (var other : boxes.subList(i + 1, boxes.size())) {
                    assertThat(overlap(boxes.get(i), other))
                            .as("%s: %s and %s", diagram.title(), boxes.get(i), other)
                            .isFalse();
                }
            }
        }
    }

    private static boolean overlap(PlacedBox one, PlacedBox other) {
        return one.at().x() < other.right()
                && other.at().x() < one.right()
                && one.at().y() < other.bottom()
                && other.at().y() < one.bottom();
    }

    @Test
    void each_foreign_key_is_a_line_from_the_one_table_to_the_other() {
        var all = diagrams.get(0);
        assertThat(all.lines())
                .extracting(Line::key)
                .containsExactlyInAnyOrderElementsOf(company.tables()
                        .flatMap(table -> table.outgoing().stream())
                        .toList());
        for (var line : all.lines()) {
            var points = line.points();
            assertThat(touches(box(all, line.key().target().path()), points.get(0)))
                    .isTrue();
            assertThat(touches(box(all, line.key().table().path()), points.get(points.size() - 1)))
                    .isTrue();
        }
    }

    private static PlacedBox box(Diagram diagram, String path) {
        return diagram.boxes().stream()
                .filter(placed -> placed.box().table().path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static boolean touches(PlacedBox box, Point point) {
        var atSide = Math.abs(point.x() - box.at().x()) < 1 || Math.abs(point.x() - box.right()) < 1;
        return atSide && point.y() >= box.at().y() && point.y() <= box.bottom();
    }

    @Test
    void a_line_starts_and_ends_level() {
        assertThat(diagrams.stream().flatMap(diagram -> diagram.lines().stream()))
                .allSatisfy(line -> {
                    var last = line.points().size() - 1;
                    assertThat(line.points().get(0).y())
                            .isEqualTo(line.points().get(1).y());
                    assertThat(line.points().get(last).y())
                            .isEqualTo(line.points().get(last - 1).y());
                });
    }

    @Test
    void a_picture_of_a_schema_shows_where_its_keys_lead() {
        var projects = diagrams.stream()
                .filter(diagram -> diagram.title().equals("projects"))
                .findFirst()
                .orElseThrow();
        assertThat(projects.boxes())
                .filteredOn(placed -> placed.box().role() == Box.Role.NEIGHBOUR)
                .extracting(placed -> placed.box().title())
                .containsExactlyInAnyOrder("crm.customers", "hr.employees", "hr.timesheet_entries", "org.users");
        assertThat(projects.lines())
                .extracting(Line::key)
                .extracting(ForeignKey::table)
                .allSatisfy(table -> assertThat(table.schema()).isIn("projects", "hr"));
    }

    @Test
    void large_pictures_show_the_keys_and_count_the_rest() {
        var orders = box(diagrams.get(0), "sales.orders").box();
        assertThat(orders.rows())
                .extracting(Row::column)
                .containsExactly(
                        "id",
                        "customer_id",
                        "quote_id",
                        "billing_address_id",
                        "shipping_address_id",
                        "currency_id",
                        "channel_id");
        assertThat(orders.hidden()).isEqualTo(3);
    }

    @Test
    void two_thousand_tables_are_cut_to_what_one_can_see() {
        var database = DatabaseReference.of("large", CompanySchema.copies(20), Origins.unknown());
        assertThat(database.tables()).hasSize(2_340);
        var all = Diagrams.of(database).get(0);
        assertThat(all.boxes()).hasSizeLessThanOrEqualTo(Diagrams.MOST_TABLES);
        assertThat(all.leftOut() + all.boxes().size()).isEqualTo(2_340);
    }

    @Test
    void a_database_without_tables_has_no_picture() {
        var empty = DatabaseReference.of("empty", new SchemaSnapshot(180_000, List.of()), Origins.unknown());
        assertThat(Diagrams.of(empty)).isEmpty();
    }
}
