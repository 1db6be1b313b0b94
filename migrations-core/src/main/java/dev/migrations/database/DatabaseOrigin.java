package dev.migrations.database;

import org.jspecify.annotations.Nullable;

/**
 * What a new database is made from: encoding and collation of the one that we are connected to, or another database.
 *
 * @param template1 whether {@code template1} has the same encoding and collation, so that what an administrator put there
 *                  for every new database can come along
 * @param encoding  such as {@code UTF8}
 * @param collate   {@code LC_COLLATE}
 * @param ctype     {@code LC_CTYPE}
 * @param provider  {@code c}, {@code i} or {@code b}; null before PostgreSQL 15
 * @param locale    of ICU or of the built-in provider; null for libc
 */
record DatabaseOrigin(
        boolean template1,
        String encoding,
        String collate,
        String ctype,
        @Nullable String provider,
        @Nullable String locale) {

    private static final String CREATE = "create database %s template %s";

    static String cloneOf(String name, String template) {
        return CREATE.formatted(TableName.quote(name), TableName.quote(template));
    }

    String fromTemplate1(String name) {
        return cloneOf(name, "template1");
    }

    /** Only {@code template0} can be copied into another encoding or collation (PostgreSQL manual, CREATE DATABASE). */
    String fromTemplate0(String name) {
        return cloneOf(name, "template0") + " encoding " + PsqlText.literal(encoding) + " lc_collate "
                + PsqlText.literal(collate) + " lc_ctype " + PsqlText.literal(ctype) + providerClause();
    }

    private String providerClause() {
        if (provider == null) {
            return "";
        }
        return switch (provider) {
            case "i" -> " locale_provider icu icu_locale " + PsqlText.literal(locale);
            case "b" -> " locale_provider builtin builtin_locale " + PsqlText.literal(locale);
            default -> " locale_provider libc";
        };
    }
}
