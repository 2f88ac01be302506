create schema ext;
create extension citext schema ext;
create extension btree_gist;
