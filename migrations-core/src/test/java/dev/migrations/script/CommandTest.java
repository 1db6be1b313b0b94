package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create index concurrently i on t (a)                                   | STANDS_ALONE    | CREATE INDEX CONCURRENTLY
            CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)              | STANDS_ALONE    | CREATE INDEX CONCURRENTLY
            create index i on t (a)                                                | ORDINARY        | CREATE INDEX
            create unique index i on t (concurrently)                              | ORDINARY        | CREATE INDEX
            create index "concurrently" on t (a)                                   | ORDINARY        | CREATE INDEX
            drop index concurrently i                                              | STANDS_ALONE    | DROP INDEX CONCURRENTLY
            drop index concurrently if exists s.i                                  | STANDS_ALONE    | DROP INDEX CONCURRENTLY
            drop index i, concurrently_built                                       | ORDINARY        | DROP INDEX
            reindex table concurrently t                                           | STANDS_ALONE    | REINDEX TABLE CONCURRENTLY
            reindex index concurrently i                                           | STANDS_ALONE    | REINDEX INDEX CONCURRENTLY
            reindex (verbose) index concurrently i                                 | STANDS_ALONE    | REINDEX INDEX CONCURRENTLY
            reindex (verbose, concurrently) table t                                | STANDS_ALONE    | REINDEX TABLE CONCURRENTLY
            reindex (concurrently true, verbose) table t                           | STANDS_ALONE    | REINDEX TABLE CONCURRENTLY
            reindex (concurrently on) table t                                      | STANDS_ALONE    | REINDEX TABLE CONCURRENTLY
            reindex (concurrently 1, tablespace x) index i                         | STANDS_ALONE    | REINDEX INDEX CONCURRENTLY
            reindex (concurrently off) table t                                     | MAY_COMMIT      | REINDEX
            reindex (concurrently 'false') index i                                 | MAY_COMMIT      | REINDEX
            reindex (concurrently 0) index i                                       | MAY_COMMIT      | REINDEX
            reindex (concurrently off) schema s                                    | STANDS_ALONE    | REINDEX SCHEMA
            reindex table t                                                        | MAY_COMMIT      | REINDEX
            reindex index i                                                        | MAY_COMMIT      | REINDEX
            reindex (verbose) table t                                              | MAY_COMMIT      | REINDEX
            reindex schema s                                                       | STANDS_ALONE    | REINDEX SCHEMA
            reindex schema concurrently s                                          | STANDS_ALONE    | REINDEX SCHEMA CONCURRENTLY
            reindex database d                                                     | STANDS_ALONE    | REINDEX DATABASE
            reindex database                                                       | STANDS_ALONE    | REINDEX DATABASE
            reindex (verbose) system d                                             | STANDS_ALONE    | REINDEX SYSTEM
            vacuum                                                                 | STANDS_ALONE    | VACUUM
            vacuum (full, analyze) t                                               | STANDS_ALONE    | VACUUM
            analyze t                                                              | ORDINARY        | ANALYZE
            cluster                                                                | STANDS_ALONE    | CLUSTER
            cluster verbose                                                        | STANDS_ALONE    | CLUSTER
            cluster (verbose)                                                      | STANDS_ALONE    | CLUSTER
            cluster (verbose off)                                                  | STANDS_ALONE    | CLUSTER
            cluster t                                                              | MAY_COMMIT      | CLUSTER
            cluster t using i                                                      | MAY_COMMIT      | CLUSTER
            cluster verbose s.t using i                                            | MAY_COMMIT      | CLUSTER
            cluster (verbose) "t"                                                  | MAY_COMMIT      | CLUSTER
            repack                                                                 | STANDS_ALONE    | REPACK
            repack (verbose)                                                       | STANDS_ALONE    | REPACK
            repack (concurrently) t                                                | STANDS_ALONE    | REPACK CONCURRENTLY
            repack (verbose, concurrently on) t using index i                      | STANDS_ALONE    | REPACK CONCURRENTLY
            repack (concurrently off) t                                            | ORDINARY        | REPACK
            repack t                                                               | ORDINARY        | REPACK
            alter table t detach partition p concurrently                          | STANDS_ALONE    | ALTER TABLE DETACH PARTITION CONCURRENTLY
            alter table if exists only a."B" detach partition c.d concurrently     | STANDS_ALONE    | ALTER TABLE DETACH PARTITION CONCURRENTLY
            alter table t * detach partition p concurrently                        | STANDS_ALONE    | ALTER TABLE DETACH PARTITION CONCURRENTLY
            alter table t detach partition p                                       | ORDINARY        | ALTER TABLE
            alter table t detach partition p finalize                              | ORDINARY        | ALTER TABLE
            alter table t attach partition p for values in (1)                     | ORDINARY        | ALTER TABLE
            create database d                                                      | STANDS_ALONE    | CREATE DATABASE
            drop database if exists d with (force)                                 | STANDS_ALONE    | DROP DATABASE
            create tablespace x location '/x'                                      | STANDS_ALONE    | CREATE TABLESPACE
            drop tablespace x                                                      | STANDS_ALONE    | DROP TABLESPACE
            alter tablespace x rename to y                                         | ORDINARY        | ALTER TABLESPACE
            alter database d set tablespace x                                      | STANDS_ALONE    | ALTER DATABASE SET TABLESPACE
            alter database d with tablespace x                                     | STANDS_ALONE    | ALTER DATABASE SET TABLESPACE
            alter database d tablespace x                                          | STANDS_ALONE    | ALTER DATABASE SET TABLESPACE
            alter database d set default_tablespace = x                            | ORDINARY        | ALTER DATABASE
            alter database d set work_mem = 1                                      | ORDINARY        | ALTER DATABASE
            alter system set work_mem = 1                                          | STANDS_ALONE    | ALTER SYSTEM
            alter system reset all                                                 | STANDS_ALONE    | ALTER SYSTEM
            create subscription s connection 'x' publication p                     | STANDS_ALONE    | CREATE SUBSCRIPTION
            drop subscription if exists s                                          | STANDS_ALONE    | DROP SUBSCRIPTION
            alter subscription s refresh publication                               | STANDS_ALONE    | ALTER SUBSCRIPTION REFRESH PUBLICATION
            alter subscription s set publication p                                 | STANDS_ALONE    | ALTER SUBSCRIPTION SET PUBLICATION
            alter subscription s add publication p                                 | STANDS_ALONE    | ALTER SUBSCRIPTION ADD PUBLICATION
            alter subscription s drop publication p                                | STANDS_ALONE    | ALTER SUBSCRIPTION DROP PUBLICATION
            alter subscription s set (failover = true)                             | STANDS_ALONE    | ALTER SUBSCRIPTION SET
            alter subscription s set (slot_name = none)                            | ORDINARY        | ALTER SUBSCRIPTION
            alter subscription s enable                                            | ORDINARY        | ALTER SUBSCRIPTION
            discard all                                                            | STANDS_ALONE    | DISCARD ALL
            discard temp                                                           | ORDINARY        | DISCARD
            discard plans                                                          | ORDINARY        | DISCARD
            commit prepared 'x'                                                    | STANDS_ALONE    | COMMIT PREPARED
            rollback prepared 'x'                                                  | STANDS_ALONE    | ROLLBACK PREPARED
            begin                                                                  | BEGIN           | BEGIN
            begin work                                                             | BEGIN           | BEGIN
            BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE                         | BEGIN           | BEGIN
            start transaction read only                                            | BEGIN           | START TRANSACTION
            commit                                                                 | COMMIT          | COMMIT
            commit work                                                            | COMMIT          | COMMIT
            commit transaction and no chain                                        | COMMIT          | COMMIT
            end                                                                    | COMMIT          | END
            end transaction                                                        | COMMIT          | END
            commit and chain                                                       | COMMIT_AND_CHAIN| COMMIT AND CHAIN
            end work and chain                                                     | COMMIT_AND_CHAIN| COMMIT AND CHAIN
            rollback                                                               | ROLLBACK        | ROLLBACK
            rollback and chain                                                     | ROLLBACK        | ROLLBACK
            abort                                                                  | ROLLBACK        | ABORT
            abort work                                                             | ROLLBACK        | ABORT
            prepare transaction 'x'                                                | ROLLBACK        | PREPARE TRANSACTION
            rollback to s                                                          | ORDINARY        | ROLLBACK TO SAVEPOINT
            rollback work to savepoint s                                           | ORDINARY        | ROLLBACK TO SAVEPOINT
            rollback transaction to savepoint s                                    | ORDINARY        | ROLLBACK TO SAVEPOINT
            savepoint s                                                            | ORDINARY        | SAVEPOINT
            release s                                                              | ORDINARY        | RELEASE SAVEPOINT
            release savepoint s                                                    | ORDINARY        | RELEASE SAVEPOINT
            prepare p as select 1                                                  | ORDINARY        | PREPARE
            call p()                                                               | MAY_COMMIT      | CALL
            do $$ begin end $$                                                     | MAY_COMMIT      | DO
            copy t from stdin                                                      | COPY_FROM_STDIN | COPY FROM STDIN
            COPY "t" (a, b) FROM STDIN WITH (FORMAT csv)                           | COPY_FROM_STDIN | COPY FROM STDIN
            copy t to stdout                                                       | ORDINARY        | COPY
            copy t from '/x'                                                       | ORDINARY        | COPY
            refresh materialized view concurrently v                               | ORDINARY        | REFRESH MATERIALIZED VIEW
            alter type e add value 'x'                                             | ORDINARY        | ALTER TYPE
            create or replace function f() returns int return 1                    | ORDINARY        | CREATE FUNCTION
            create temporary table t (a int)                                       | ORDINARY        | CREATE TABLE
            create or replace temp recursive view v (a) as select 1                | ORDINARY        | CREATE VIEW
            create materialized view v as select 1                                 | ORDINARY        | CREATE MATERIALIZED VIEW
            create constraint trigger t after insert on a execute function f()     | ORDINARY        | CREATE TRIGGER
            create text search configuration c (copy = simple)                     | ORDINARY        | CREATE TEXT SEARCH CONFIGURATION
            create user mapping for u server s                                     | ORDINARY        | CREATE USER MAPPING
            create user u                                                          | ORDINARY        | CREATE USER
            alter default privileges grant select on tables to u                   | ORDINARY        | ALTER DEFAULT PRIVILEGES
            drop owned by u                                                        | ORDINARY        | DROP OWNED
            insert into t values (1)                                               | ORDINARY        | INSERT
            with x as (select 1) delete from t                                     | ORDINARY        | WITH
            (select 1)                                                             | ORDINARY        | SELECT
            values (1)                                                             | ORDINARY        | VALUES
            set transaction isolation level serializable                           | ORDINARY        | SET TRANSACTION
            set work_mem = 1                                                       | ORDINARY        | SET
            comment on table t is 'begin'                                          | ORDINARY        | COMMENT
            frobnicate the database                                                | ORDINARY        | FROBNICATE
            "vacuum"                                                               | ORDINARY        | `"VACUUM"`
            """)
    void a_command_is_told_by_its_words(String sql, Command.Kind kind, String keywords) {
        assertThat(Command.of(sql)).isEqualTo(new Command(keywords, kind));
        var script = sql + (kind == Command.Kind.COPY_FROM_STDIN ? ";\n\\.\n" : ";");
        try (var reader = StatementReader.open(Fixtures.text(script))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.statement().command()).isEqualTo(new Command(keywords, kind));
        }
    }

    @Test
    void comments_between_the_words_do_not_matter() {
        var sql = "/* a */ create -- b;\n unique /* c */ index/**/concurrently--\ni on t (a)";
        assertThat(Command.of(sql).kind()).isEqualTo(Command.Kind.STANDS_ALONE);
        assertThat(Command.of("commit/*and*/ and -- no\n chain").kind()).isEqualTo(Command.Kind.COMMIT_AND_CHAIN);
    }

    @Test
    void a_copy_with_many_columns_is_still_known() {
        var columns = "c, ".repeat(200) + "d";
        assertThat(Command.of("copy t (" + columns + ") from stdin").kind()).isEqualTo(Command.Kind.COPY_FROM_STDIN);
    }
}
