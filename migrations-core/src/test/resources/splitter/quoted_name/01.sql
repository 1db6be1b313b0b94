create table "a;b" ("it""s;" int)
