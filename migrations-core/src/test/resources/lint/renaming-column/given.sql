-- case: whose type is not
alter table app.users add column "Name" text;
