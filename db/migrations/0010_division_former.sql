-- Earlier names and codes of a division: records keep the division's id, so a renaming touches none of them.
create table division_former (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  code text not null check (code ~ '^\d{12}$'),
  name text not null,
  valid_to date not null,
  primary key (county_id, id),
  unique (county_id, division_id, valid_to, code, name),
  foreign key (county_id, division_id) references division (county_id, id)
);
create index division_former_code on division_former (code);
create index division_code on division (code text_pattern_ops);
comment on table division_former is '区划的曾用代码和名称';
comment on column division_former.county_id is '县';
comment on column division_former.id is '编号';
comment on column division_former.division_id is '单位';
comment on column division_former.code is '曾用代码';
comment on column division_former.name is '曾用名称';
comment on column division_former.valid_to is '用到哪天（不含）';
