-- case: a schema
alter schema app rename to "Shop";
