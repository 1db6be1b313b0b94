select '001_Add-Orders v2.up.sql';
