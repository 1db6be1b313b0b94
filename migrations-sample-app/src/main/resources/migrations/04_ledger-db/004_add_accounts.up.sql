insert into accounts (code, name, kind)
values ('1000', 'Bank', 'asset'),
       ('1200', 'Receivables', 'asset'),
       ('4000', 'Sales', 'income'),
       ('6000', 'Fees', 'expense');
