select
  -- migrations: run=always
  1;
