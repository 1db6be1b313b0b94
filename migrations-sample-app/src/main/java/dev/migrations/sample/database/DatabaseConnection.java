package dev.migrations.sample.database;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a database is, and as whom the shop speaks to it.
 *
 * @param url      such as {@code jdbc:postgresql://localhost:5432/core}
 * @param username the role
 * @param password its password; empty where the server asks for none
 */
public record DatabaseConnection(
        @NotBlank String url,
        @NotBlank String username,
        @DefaultValue("") String password) {

    /** Without the password: a record that is logged must not tell it. */
    @Override
    public String toString() {
        return username + " at " + url;
    }
}
