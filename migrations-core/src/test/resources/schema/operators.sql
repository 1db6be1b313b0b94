create function same(a point, b point) returns bool language sql immutable as 'select a ~= b';
create function other(a point, b point) returns bool language sql immutable as 'select not a ~= b';
create operator === (function = same, leftarg = point, rightarg = point);
-- = commutator
drop operator === (point, point);
create operator === (function = same, leftarg = point, rightarg = point, commutator = ===);
-- = negator
create operator !== (function = other, leftarg = point, rightarg = point, negator = ===);
-- = restrict
alter operator === (point, point) set (restrict = eqsel, join = eqjoinsel);
-- = hashes
drop operator === (point, point);
create operator === (function = same, leftarg = point, rightarg = point, commutator = ===, hashes);
-- = merges
drop operator === (point, point);
create operator === (function = same, leftarg = point, rightarg = point, commutator = ===, merges);
-- = function
drop operator === (point, point);
create operator === (function = other, leftarg = point, rightarg = point);
-- = prefix
create function turned(point) returns point language sql immutable as 'select $1';
create operator ~~~ (function = turned, rightarg = point);
-- = owner
alter operator === (point, point) owner to snapshot_app;
-- = comment
comment on operator === (point, point) is 'very much so';
