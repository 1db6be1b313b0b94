select '001_tenants.up.sql';
