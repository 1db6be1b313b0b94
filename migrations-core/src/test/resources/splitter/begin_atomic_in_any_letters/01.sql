CREATE OR REPLACE PROCEDURE s.p(a int)
BEGIN ATOMIC
  insert into t values (a);
END
