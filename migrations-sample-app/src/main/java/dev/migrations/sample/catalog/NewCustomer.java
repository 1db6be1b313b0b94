package dev.migrations.sample.catalog;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What is needed to sign up. */
record NewCustomer(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 200) String name) {}
