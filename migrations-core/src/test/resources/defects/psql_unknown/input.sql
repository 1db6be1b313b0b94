select 1; \! rm -r x
