select '(' /* ( */, "(", $$($$ -- (
; select 2;