create table public.t (a int, b int not null default 2, c text default 'y\z', d text);
