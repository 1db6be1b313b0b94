-- case: refreshed
create materialized view daily_totals as select 1 as n;
-- case: emptied
create materialized view app."Totals" as select 1 as n;
