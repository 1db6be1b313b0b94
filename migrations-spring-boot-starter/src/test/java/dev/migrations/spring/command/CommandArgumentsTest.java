package dev.migrations.spring.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandArgumentsTest {

    @Test
    void what_follows_the_word_is_the_command() {
        assertThat(words("migrations")).contains(List.of());
        assertThat(words("migrations", "up", "--to", "7", "--json")).contains(List.of("up", "--to", "7", "--json"));
        assertThat(words("migrations", "--dir=../a.b/c", "status")).contains(List.of("--dir=../a.b/c", "status"));
    }

    @Test
    void properties_may_stand_anywhere_and_are_not_the_commands() {
        assertThat(words("--spring.profiles.active=a", "migrations", "--server.port=1", "up", "--shop.empty=", "--a.b"))
                .contains(List.of("up"));
        assertThat(words("migrations", "up", "--a.b=two\nlines", "--list.of[0].x=1"))
                .contains(List.of("up"));
    }

    @Test
    void any_other_start_is_as_ever() {
        assertThat(words()).isEmpty();
        assertThat(words("--migrations.enabled=false")).isEmpty();
        assertThat(words("import", "migrations")).isEmpty();
        assertThat(words("--migrations", "up")).isEmpty();
        assertThat(words("Migrations")).isEmpty();
    }

    private static Optional<List<String>> words(String... arguments) {
        return CommandArguments.find(arguments).map(CommandArguments::words);
    }
}
