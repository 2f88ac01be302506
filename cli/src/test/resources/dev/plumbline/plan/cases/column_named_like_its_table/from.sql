create table revenue (id int primary key, revenue int not null);
create view revenues as select revenue from revenue;
