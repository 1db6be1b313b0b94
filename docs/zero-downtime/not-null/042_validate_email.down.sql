-- A validated constraint does no harm to an older version.
select 1;
