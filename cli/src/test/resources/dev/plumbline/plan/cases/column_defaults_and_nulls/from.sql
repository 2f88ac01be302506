create table public.t (a int not null default 1, b int, c text default 'x', d text collate "C");
