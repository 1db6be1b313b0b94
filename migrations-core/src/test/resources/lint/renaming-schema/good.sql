-- case: its owner
alter schema app owner to admin;
-- case: a role
alter role app rename to shop;
