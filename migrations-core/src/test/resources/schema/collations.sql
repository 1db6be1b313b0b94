create collation plain (provider = libc, locale = 'C');
-- = provider
drop collation plain;
create collation plain (provider = icu, locale = 'und');
-- = icu_locale
drop collation plain;
create collation plain (provider = icu, locale = 'de');
-- = indeterministic
drop collation plain;
create collation plain (provider = icu, locale = 'und', deterministic = false);
-- = rules since 16
drop collation plain;
create collation plain (provider = icu, locale = 'und', rules = '&a < g');
-- = built_in since 17
drop collation plain;
create collation plain (provider = builtin, locale = 'C.UTF-8');
-- = two_locales
drop collation plain;
create collation plain (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
-- = owner
alter collation plain owner to snapshot_app;
-- = comment
comment on collation plain is 'by bytes';
-- = renamed
alter collation plain rename to simple;
