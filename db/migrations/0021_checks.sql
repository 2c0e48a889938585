-- What people decided about findings of the checks. A finding itself is never stored: it is found again each time.
create table check_verdict (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  finding_key bytea not null,
  code text not null,
  year int not null,
  person_id uuid,
  verdict text not null check (verdict in ('confirmed', 'dismissed')),
  reason text,
  decided_at timestamptz not null,
  office_day date not null,
  actor_id text not null,
  actor_name text not null,
  primary key (county_id, id),
  check (verdict = 'confirmed' or reason is not null)
);
create index check_verdict_finding on check_verdict (county_id, finding_key, decided_at desc);
comment on table check_verdict is '自查结果的处理：属实或不属实，只增不改，最后一次为准';
comment on column check_verdict.county_id is '县';
comment on column check_verdict.id is '编号';
comment on column check_verdict.division_id is '在哪个单位查出';
comment on column check_verdict.finding_key is '查出的事的识别键：事实一变就是另一件';
comment on column check_verdict.code is '检查项';
comment on column check_verdict.year is '年度';
comment on column check_verdict.person_id is '涉及的人';
comment on column check_verdict.verdict is '属实、不属实';
comment on column check_verdict.reason is '理由，或怎样办的';
comment on column check_verdict.decided_at is '真实时间';
comment on column check_verdict.office_day is '办理日期';
comment on column check_verdict.actor_id is '经手人编号';
comment on column check_verdict.actor_name is '经手人';
