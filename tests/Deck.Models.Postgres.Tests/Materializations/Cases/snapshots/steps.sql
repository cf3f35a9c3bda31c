create schema raw; create table raw.items (id int, part text, name varchar(10), qty int, updated_at timestamp); insert into raw.items values (1,'a','one',10,'2020-01-01'),(2,'a','two',20,'2020-01-02'),(3,'b','three',30,'2020-01-03'),(4,'b',null,40,'2020-01-04'),(5,'c','five',null,'2020-01-05');
--
update raw.items set qty = 11, updated_at='2020-02-01' where id=1; update raw.items set name='zwei' where id = 2; update raw.items set qty=5, updated_at='2020-02-02' where id=5; insert into raw.items values (6,'c','six',60,'2020-02-03');
--
delete from raw.items where id in (3,4); update raw.items set name=null, updated_at='2020-03-01' where id=1;
--
select 1
--
alter table raw.items add column color text; update raw.items set color='red', updated_at='2020-04-01' where id=2; insert into raw.items values (3,'b','three',31,'2020-04-02','blue');
--
alter table raw.items alter name type varchar(40); update raw.items set name='a name that is longer than ten', updated_at='2020-05-01', qty=qty+1 where id = 6; insert into raw.items values (4,'b',null,40,'2020-01-04',null); delete from raw.items where id=1;
--
alter table raw.items drop column color; update raw.items set qty=qty+1, updated_at='2020-06-01' where id <> 5; delete from raw.items where id=3;
--
delete from raw.items; 
--
insert into raw.items values (1,'a','one',10,'2020-01-01'),(2,'a','two',20,'2020-07-02'),(9,'b','three',30,'2020-01-03');
