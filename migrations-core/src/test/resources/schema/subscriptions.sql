create subscription taken connection 'dbname=nowhere password=secret' publication p with (connect = false);
-- = publications
alter subscription taken set publication p, q with (refresh = false);
-- = slot
alter subscription taken set (slot_name = none);
-- = binary
alter subscription taken set (binary = true);
-- = streaming
alter subscription taken set (streaming = true);
-- = not_streaming since 18
alter subscription taken set (streaming = false);
-- = synchronous_commit
alter subscription taken set (synchronous_commit = 'local');
-- = disable_on_error since 15
alter subscription taken set (disable_on_error = true);
-- = origin since 16
alter subscription taken set (origin = none);
-- = run_as_owner since 16
alter subscription taken set (run_as_owner = true);
-- = password_required since 16
alter subscription taken set (password_required = false);
-- = failover since 17
alter subscription taken set (slot_name = none);
drop subscription taken;
create subscription taken connection 'dbname=nowhere password=secret' publication p with (connect = false, failover = true);
-- = comment
comment on subscription taken is 'from the shop';
