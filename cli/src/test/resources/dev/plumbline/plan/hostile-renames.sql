-- What gets another name in the database of hostile-before.sql.

alter table [[i]].[[t]] rename to [[z]];
alter table [[i]].[[z]] rename column [[]] to [[y]];
alter index [[i]].[[]] rename to [[w]];
alter table [[k]].[[t]] rename constraint [[]] to [[z]];
alter type [[q]].[[]] rename to [[z]];
alter type [[q]].[[z]] rename value {{}} to {{y}};
