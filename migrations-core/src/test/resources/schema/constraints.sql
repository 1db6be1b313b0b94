create extension btree_gist;
create table customers (id int, mail text, constraint customers_pkey primary key (id), constraint mail_once unique (mail));
create table orders (id int, customer_id int, during tsrange, room int,
    constraint of_customer foreign key (customer_id) references customers (id),
    constraint id_set check (id > 0));
-- = again
create table orders (id int, customer_id int, during tsrange, room int);
create extension btree_gist;
create table customers (id int not null, mail text);
alter table orders add constraint id_set check (id > 0);
alter table customers add constraint mail_once unique (mail);
create unique index customers_pkey on customers (id);
alter table customers add constraint customers_pkey primary key using index customers_pkey;
alter table orders add constraint of_customer foreign key (customer_id) references customers (id);
-- = check_changed
alter table orders drop constraint id_set;
alter table orders add constraint id_set check (id >= 0);
-- = check_not_valid
alter table orders drop constraint id_set;
alter table orders add constraint id_set check (id > 0) not valid;
-- = check_no_inherit
alter table orders drop constraint id_set;
alter table orders add constraint id_set check (id > 0) no inherit;
-- = check_not_enforced since 18
alter table orders drop constraint id_set;
alter table orders add constraint id_set check (id > 0) not enforced;
-- = renamed
alter table orders rename constraint id_set to id_positive;
-- = primary_key_gone
alter table orders drop constraint of_customer;
alter table customers drop constraint customers_pkey;
-- = key_not_valid
alter table orders drop constraint of_customer;
alter table orders add constraint of_customer foreign key (customer_id) references customers (id) not valid;
-- = key_not_enforced since 18
alter table orders drop constraint of_customer;
alter table orders add constraint of_customer foreign key (customer_id) references customers (id) not enforced;
-- = key_cascades
alter table orders drop constraint of_customer;
alter table orders add constraint of_customer foreign key (customer_id) references customers (id) on delete cascade;
-- = key_sets_null
alter table orders drop constraint of_customer;
alter table orders add constraint of_customer foreign key (customer_id) references customers (id) on update set null;
-- = key_sets_columns_null since 15
alter table orders drop constraint of_customer;
alter table orders add constraint of_customer foreign key (customer_id) references customers (id) on delete set null (customer_id);
-- = key_deferrable
alter table orders alter constraint of_customer deferrable;
-- = key_deferred
alter table orders alter constraint of_customer deferrable initially deferred;
-- = key_matches_full
alter table orders drop constraint of_customer;
alter table orders add constraint of_customer foreign key (customer_id) references customers (id) match full;
-- = unique_deferrable
alter table customers drop constraint mail_once;
alter table customers add constraint mail_once unique (mail) deferrable;
-- = unique_includes
alter table customers drop constraint mail_once;
alter table customers add constraint mail_once unique (mail) include (id);
-- = unique_nulls since 15
alter table customers drop constraint mail_once;
alter table customers add constraint mail_once unique nulls not distinct (mail);
-- = unique_index_only
alter table customers drop constraint mail_once;
create unique index mail_once on customers (mail);
-- = unique_option
alter index mail_once set (fillfactor = 60);
-- = unique_clustered
alter table customers cluster on mail_once;
-- = unique_index_comment
comment on index mail_once is 'behind the constraint';
-- = comment
comment on constraint mail_once on customers is 'one account each';
-- = exclusion
alter table orders add constraint no_overlap exclude using gist (room with =, during with &&);
-- = exclusion_with_predicate
alter table orders add constraint no_overlap exclude using gist (room with =, during with &&) where (room > 0);
-- = without_overlaps since 18
alter table orders add constraint no_overlap unique (room, during without overlaps);
