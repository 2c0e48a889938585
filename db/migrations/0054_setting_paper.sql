-- A value that the county or the owner of the machine sets for an office rests on a paper.
alter table setting add column paper_id uuid;
comment on column setting.paper_id is '依据的文件';
