create table users (
    id bigint primary key, email text, name text, first text, last text, legacy_name text, old_2 text, b text, c text,
    deleted_at timestamptz, "Email" text, "Old" text);
create table "Users" (id bigint primary key, email text, deleted_at timestamptz);
create table accounts (id bigint primary key, balance int, kind text);
create table orders (
    id bigint primary key, user_id bigint, account_id bigint, region int, amount int, "Day" text, note varchar(80));
create function next_code() returns text language plpgsql volatile as 'begin return ''code''; end';
