select 1;
-- migrations: transaction=none
