package dev.migrations.docs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.docs.reference.KeyDefinition.Kind;
import dev.migrations.script.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyDefinitionTest {

    @Test
    void a_foreign_key_says_both_ends_and_what_follows() {
        assertThat(
                        KeyDefinition.find(
                                "FOREIGN KEY (a, \"B c\") REFERENCES s.\"T\"\"x\"(x, \"(y)\") MATCH FULL ON DELETE SET NULL (a) NOT VALID"))
                .contains(new KeyDefinition(
                        Kind.FOREIGN,
                        List.of("a", "B c"),
                        new QualifiedName("s", "T\"x"),
                        List.of("x", "(y)"),
                        "MATCH FULL ON DELETE SET NULL (a) NOT VALID"));
    }

    @Test
    void a_period_is_no_column_but_a_column_may_be_called_so() {
        assertThat(KeyDefinition.find("FOREIGN KEY (id, PERIOD valid) REFERENCES public.t(id, PERIOD period)"))
                .contains(new KeyDefinition(
                        Kind.FOREIGN,
                        List.of("id", "valid"),
                        new QualifiedName("public", "t"),
                        List.of("id", "period"),
                        ""));
        assertThat(KeyDefinition.find("PRIMARY KEY (id, valid WITHOUT OVERLAPS)"))
                .contains(new KeyDefinition(Kind.PRIMARY, List.of("id", "valid"), null, List.of(), ""));
    }

    @Test
    void included_columns_are_none_of_the_key() {
        assertThat(KeyDefinition.find("UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b)"))
                .contains(new KeyDefinition(Kind.UNIQUE, List.of("a"), null, List.of(), "INCLUDE (b)"));
    }

    @Test
    void a_check_is_no_key() {
        assertThat(KeyDefinition.find("CHECK ((a > 0))")).isEmpty();
        assertThat(KeyDefinition.find("EXCLUDE USING gist (a WITH &&)")).isEmpty();
    }
}
