create function compare(a int, b int) returns int language sql immutable as 'select b - a';
create operator family backwards using btree;
create operator class downwards for type int using btree family backwards as
    operator 1 >, operator 2 >=, operator 3 =, operator 4 <=, operator 5 <, function 1 compare(int, int);
-- = again
create operator family backwards using btree;
create function compare(a int, b int) returns int language sql immutable as 'select b - a';
create operator class downwards for type int using btree family backwards as
    function 1 compare(int, int), operator 5 <, operator 4 <=, operator 3 =, operator 2 >=, operator 1 >;
-- = member
alter operator family backwards using btree add operator 1 > (int, bigint);
-- = member_function
alter operator family backwards using btree add function 1 (int, bigint) btint48cmp(int, bigint);
-- = fewer_operators
drop operator class downwards using btree;
create operator class downwards for type int using btree family backwards as
    operator 1 >, operator 3 =, operator 5 <, function 1 compare(int, int);
-- = another_method
create operator family backwards using hash;
-- = storage
create operator class kept for type box using gist as storage box;
-- = family_owner
alter operator family backwards using btree owner to snapshot_app;
-- = class_owner
alter operator class downwards using btree owner to snapshot_app;
-- = family_comment
comment on operator family backwards using btree is 'the other way';
-- = class_comment
comment on operator class downwards using btree is 'the other way';
-- = class_renamed
alter operator class downwards using btree rename to falling;
