-- case: a check
create domain positive as integer check (value > 0);
-- case: not null, in quotes
create domain app."Email" as text constraint given not null;
