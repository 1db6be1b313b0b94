create table orders (id int primary key, note text);
create function stamp() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger stamped before insert on orders for each row execute function stamp();
create trigger second before insert on orders for each row execute function stamp();
-- = again
create function stamp() returns trigger language plpgsql as $$ begin return new; end $$;
create table orders (id int primary key, note text);
create trigger second before insert on orders for each row execute function stamp();
create trigger stamped before insert on orders for each row execute procedure stamp();
-- = timing
drop trigger stamped on orders;
create trigger stamped after insert on orders for each row execute function stamp();
-- = events
drop trigger stamped on orders;
create trigger stamped before insert or update of note on orders for each row execute function stamp();
-- = each_statement
drop trigger stamped on orders;
create trigger stamped before insert on orders execute function stamp();
-- = condition
drop trigger stamped on orders;
create trigger stamped before insert on orders for each row when (new.id > 0) execute function stamp();
-- = arguments
drop trigger stamped on orders;
create trigger stamped before insert on orders for each row execute function stamp('a', 'b');
-- = transition_table
drop trigger stamped on orders;
create trigger stamped after insert on orders referencing new table as added execute function stamp();
-- = constraint_trigger
drop trigger stamped on orders;
create constraint trigger stamped after insert on orders deferrable initially deferred for each row execute function stamp();
-- = disabled
alter table orders disable trigger stamped;
-- = always
alter table orders enable always trigger stamped;
-- = replica
alter table orders enable replica trigger stamped;
-- = comment
comment on trigger stamped on orders is 'when it came';
-- = renamed
alter trigger stamped on orders rename to first;
-- = on_view
create view all_orders as select * from orders;
create trigger instead instead of insert on all_orders for each row execute function stamp();
