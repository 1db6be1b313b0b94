package dev.migrations.spring.command;

import dev.migrations.spring.ApplicationMigrations;
import dev.migrations.spring.MigrationsAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Command mode; there is no condition on the arguments, which ahead-of-time processing does not have. */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnBean(ApplicationMigrations.class)
public final class MigrationsCommandAutoConfiguration {

    @Bean
    CommandListener migrationsCommandListener(
            ApplicationContext context,
            ObjectProvider<ApplicationMigrations> migrations,
            ObjectProvider<CommandExit> exit) {
        return new CommandListener(context, migrations, exit);
    }

    @Bean
    @ConditionalOnMissingBean
    CommandExit migrationsCommandExit() {
        return System::exit;
    }
}
