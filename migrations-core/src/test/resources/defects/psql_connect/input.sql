\connect shop
select 1;
