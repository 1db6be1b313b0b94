-- case: text
create table countries (code text, name varchar);
-- case: the catalogue's own one-byte type
create table countries (kind "char");
