select '001_events.up.sql';
