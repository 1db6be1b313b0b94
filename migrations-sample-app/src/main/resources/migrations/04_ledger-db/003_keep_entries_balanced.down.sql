drop trigger postings_balanced on postings;
drop function refuse_unbalanced_entry();
