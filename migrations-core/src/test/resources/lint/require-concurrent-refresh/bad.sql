-- case: refreshed
refresh materialized view daily_totals;
-- case: emptied
refresh materialized view app."Totals" with no data;
