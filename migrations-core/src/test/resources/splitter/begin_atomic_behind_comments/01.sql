create /* or */ or replace /* ; */ function f() returns int begin -- ;
 atomic return 1; end
