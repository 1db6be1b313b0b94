create conversion ours for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
-- = default
drop conversion ours;
create default conversion ours for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
-- = encoding
drop conversion ours;
create conversion ours for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
-- = owner
alter conversion ours owner to snapshot_app;
-- = comment
comment on conversion ours is 'of old files';
