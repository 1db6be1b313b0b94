-- case: concurrently
refresh materialized view concurrently daily_totals;
-- case: a new view
create materialized view daily_totals as select 1 as one with no data;
refresh materialized view daily_totals;
