alter table users alter name drop not null;
