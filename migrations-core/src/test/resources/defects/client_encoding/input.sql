SET statement_timeout = 0;
SET client_encoding = 'LATIN1';
