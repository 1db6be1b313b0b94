-- 000009_b.up.sql
-- Runs in one transaction, together with its history row.


