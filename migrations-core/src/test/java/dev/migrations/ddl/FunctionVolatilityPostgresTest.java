package dev.migrations.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class FunctionVolatilityPostgresTest {

    // up to 14, the timezone of a timetz counts as volatile, which no column default uses
    private static final String VOLATILE = """
            select distinct proname
            from pg_proc
            where pronamespace = 'pg_catalog'::regnamespace
            and provolatile = 'v'
            and (proname <> 'timezone' or current_setting('server_version_num')::int >= 150000)
            """;

    @Test
    void no_volatile_function_of_the_server_passes_for_a_stable_one(TestDatabase database) {
        assertThat(database.query(VOLATILE))
                .isNotEmpty()
                .noneMatch(function -> FunctionVolatility.of(function) == Volatility.STABLE);
    }
}
