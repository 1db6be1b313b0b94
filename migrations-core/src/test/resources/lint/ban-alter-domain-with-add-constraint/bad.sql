-- case: a check
alter domain positive add constraint above check (value > 0);
-- case: a check without a name
alter domain app.positive add check (value > 0);
-- case: not null
alter domain positive set not null;
-- case: not null by a constraint
alter domain positive add constraint given not null;
-- case: validated while writes are blocked
alter domain positive validate constraint above;
-- case: validated, on a later server too
-- server: 18
alter domain positive validate constraint above;
