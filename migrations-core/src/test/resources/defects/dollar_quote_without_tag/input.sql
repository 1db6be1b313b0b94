select 1; do $$ begin end $;
