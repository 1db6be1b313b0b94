-- case: without a database nobody knows
drop index concurrently users_email_idx;
