package dev.migrations;

import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.Snapshot;
import dev.migrations.testing.TestDatabase;
import dev.migrations.testing.TracedCases;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL locks, scans and rewrites for each kind of statement, as a trace sees it. */
@ExtendWith(PostgresExtension.class)
class TracedStatementsPostgresTest {

    private static final String ORDERS = "create table orders (id bigint primary key, total int, code varchar(10))";
    private static final String CUSTOMERS = ORDERS + "; create table customers (id bigint primary key)";
    private static final String PARTS = "create table parts (id int not null, total int) partition by range (id);"
            + " create table parts_1 partition of parts for values from (0) to (10)";
    private static final String VIEW =
            ORDERS + "; create materialized view sums as select id from orders;" + " create unique index on sums (id)";

    private final TracedCases cases = new TracedCases();

    private void given(String before, String statement) {
        cases.add(before, statement);
    }

    @Test
    void a_trace_sees_the_locks_and_the_work_of_each_statement(TestDatabase database, @TempDir Path directory) {
        indexes();
        constraints();
        columns();
        whole();
        partitions();
        others();
        var seen = cases.trace(database, directory).stream()
                .map(script -> script.statements().get(script.statements().size() - 1))
                .map(trace -> trace.sql() + "\n    " + TracedCases.render(trace))
                .collect(Collectors.joining("\n"));
        Snapshot.assertMatches("tracing/statements.txt", seen);
    }

    private void indexes() {
        given(ORDERS, "create index i on orders (total)");
        given(ORDERS, "create index concurrently i on orders (total)");
        given(ORDERS + "; create index i on orders (total)", "drop index i");
        given(ORDERS + "; create index i on orders (total)", "drop index concurrently i");
        given(ORDERS, "reindex table orders");
        given(ORDERS, "reindex index orders_pkey");
        given(ORDERS, "reindex table concurrently orders");
        given(ORDERS + "; create index i on orders (total)", "alter index i rename to j");
    }

    private void constraints() {
        given(CUSTOMERS, "alter table orders add constraint f foreign key (id) references customers (id)");
        given(CUSTOMERS, "alter table orders add constraint f foreign key (id) references customers (id) not valid");
        given(
                CUSTOMERS
                        + "; alter table orders add constraint f foreign key (id) references customers (id) not valid",
                "alter table orders validate constraint f");
        given(ORDERS, "alter table orders add constraint c check (total > 0)");
        given(ORDERS, "alter table orders add constraint c check (total > 0) not valid");
        given(
                ORDERS + "; alter table orders add constraint c check (total > 0) not valid",
                "alter table orders validate constraint c");
        given(ORDERS, "alter table orders add constraint u unique (total)");
        given(
                ORDERS + "; create unique index i on orders (total)",
                "alter table orders add constraint u unique using index i");
        given("create table t (id int)", "alter table t add primary key (id)");
        given(ORDERS, "alter table orders add constraint e exclude using btree (total with =)");
        given(
                ORDERS + "; alter table orders add constraint c check (total > 0)",
                "alter table orders drop constraint c");
    }

    private void columns() {
        given(ORDERS, "alter table orders alter total set not null");
        given(
                ORDERS + "; alter table orders add constraint c check (total is not null)",
                "alter table orders alter total set not null");
        given(ORDERS, "alter table orders alter total drop not null");
        given(ORDERS, "alter table orders alter total type bigint");
        given(ORDERS, "alter table orders alter code type varchar(20)");
        given(ORDERS, "alter table orders alter code type text");
        given(ORDERS, "alter table orders alter code type varchar(5)");
        given(ORDERS, "alter table orders add note text");
        given(ORDERS, "alter table orders add note text default 'none'");
        given(ORDERS, "alter table orders add token uuid default gen_random_uuid()");
        given(ORDERS, "alter table orders add twice int generated always as (total * 2) stored");
        given(ORDERS, "alter table orders add serial_number bigserial");
        given(ORDERS, "alter table orders drop total");
        given(ORDERS, "alter table orders alter total set default 7");
        given(ORDERS, "alter table orders alter total set statistics 100");
        given(ORDERS, "alter table orders rename total to amount");
    }

    private void whole() {
        given(ORDERS, "alter table orders rename to sales");
        given(ORDERS, "alter table orders set schema public");
        given(ORDERS, "alter table orders set (fillfactor = 70)");
        given(ORDERS, "alter table orders set unlogged");
        given(ORDERS, "drop table orders");
        given(ORDERS, "truncate orders");
        given(ORDERS, "cluster orders using orders_pkey");
        given(ORDERS, "vacuum full orders");
        given(ORDERS, "vacuum orders");
        given(ORDERS, "analyze orders");
        given(ORDERS, "lock table orders in exclusive mode");
        given(VIEW, "refresh materialized view sums");
        given(VIEW, "refresh materialized view concurrently sums");
    }

    private void partitions() {
        given(
                PARTS + "; create table more (id int not null, total int)",
                "alter table parts attach partition more for values from (10) to (20)");
        given(
                PARTS + "; create table more (id int not null, total int, check (id >= 10 and id < 20))",
                "alter table parts attach partition more for values from (10) to (20)");
        given(PARTS, "alter table parts detach partition parts_1");
        given(PARTS, "alter table parts detach partition parts_1 concurrently");
        given(PARTS, "create table parts_2 partition of parts for values from (20) to (30)");
        given(PARTS, "create index i on parts (total)");
    }

    private void others() {
        given(
                ORDERS + "; create function f() returns trigger language plpgsql as 'begin return new; end'",
                "create trigger t before insert on orders for each row execute function f()");
        given(ORDERS, "alter table orders disable trigger all");
        given(ORDERS, "alter table orders enable row level security");
        given(ORDERS, "comment on table orders is 'sales'");
        given(ORDERS + "; insert into orders select n from generate_series(1, 3) n", "update orders set total = 1");
        given(ORDERS + "; insert into orders select n from generate_series(1, 3) n", "delete from orders where id = 2");
        given(ORDERS, "insert into orders (id) values (1), (2)");
        given(
                ORDERS + "; create domain positive as int; alter table orders alter total type positive",
                "alter domain positive add constraint c check (value > 0)");
        given(ORDERS, "create view v as select * from orders");
        given("create table a (id int); create view v as select 1 as n", "create or replace view v as select 2 as n");
    }
}
