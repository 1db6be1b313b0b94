set standard_conforming_strings = off;
select 'a\';b';
SET SESSION standard_conforming_strings TO 'on';
select 'a\'; select 2;