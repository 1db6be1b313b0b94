create or replace view trial_balance as
select accounts.code,
       accounts.name,
       accounts.currency,
       coalesce(sum(postings.amount), 0) as balance
from accounts
left join postings on postings.account_id = accounts.id
group by accounts.id;

comment on view trial_balance is 'The balance of each account; each currency adds up to zero.';
