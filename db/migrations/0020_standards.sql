-- Tables of rates that an office entered itself: what was entered never changes, only what was decided about it is added.
create table law_package (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  code text not null,
  title text not null,
  origin text not null check (origin in ('typed', 'pasted', 'file', 'derived')),
  body jsonb not null,
  content_hash bytea not null,
  primary key (county_id, id)
);
create index law_package_division on law_package (county_id, division_id, code);
comment on table law_package is '本地录入的标准：一份文件的全部标准，只增不改';
comment on column law_package.county_id is '县';
comment on column law_package.id is '编号';
comment on column law_package.division_id is '在哪个单位生效：县，或一个乡镇';
comment on column law_package.code is '标准包代号';
comment on column law_package.title is '名称';
comment on column law_package.origin is '手录、粘贴、文件，或采用推算的标准';
comment on column law_package.body is '标准包原文';
comment on column law_package.content_hash is '内容校验';

create table law_package_event (
  county_id int not null,
  package_id uuid not null,
  seq int not null check (seq > 0),
  state text not null check (state in ('entered', 'adopted', 'returned', 'withdrawn')),
  at timestamptz not null,
  office_day date not null,
  actor_id text not null,
  actor_name text not null,
  paper_id uuid,
  reason text,
  primary key (county_id, package_id, seq),
  foreign key (county_id, package_id) references law_package (county_id, id)
);
create unique index law_package_two_people on law_package_event (county_id, package_id, actor_id)
  where state in ('entered', 'adopted');
comment on table law_package_event is '标准包的录入、采用、退回和撤下，只增不改；录入和采用不能是同一人';
comment on column law_package_event.county_id is '县';
comment on column law_package_event.package_id is '标准包';
comment on column law_package_event.seq is '第几步';
comment on column law_package_event.state is '录入、采用、退回、撤下';
comment on column law_package_event.at is '真实时间';
comment on column law_package_event.office_day is '办理日期';
comment on column law_package_event.actor_id is '经手人编号';
comment on column law_package_event.actor_name is '经手人';
comment on column law_package_event.paper_id is '依据的文件';
comment on column law_package_event.reason is '理由';
