create table revenue (id int primary key, revenue bigint not null);
create view revenues as select revenue from revenue;
