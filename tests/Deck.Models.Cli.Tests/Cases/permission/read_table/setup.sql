create role DATABASE_r;
create schema private;
create table private.salaries (id int);
grant usage on schema private to DATABASE_r;
grant create on database DATABASE to DATABASE_r;
