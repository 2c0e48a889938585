-- Putting right: an award taken back before it is paid, and a wrong slip of somebody who moved in.
create table award_revoke (
  county_id int not null,
  award_id uuid not null,
  reason text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  office_day date not null,
  primary key (county_id, award_id),
  foreign key (county_id, award_id) references award (county_id, id)
);
comment on table award_revoke is '撤销的一次性款项：进批次之前撤，只增不改';
comment on column award_revoke.county_id is '县';
comment on column award_revoke.award_id is '撤销哪一笔';
comment on column award_revoke.reason is '理由';
comment on column award_revoke.actor_id is '谁办（编号）';
comment on column award_revoke.actor_name is '谁办（姓名）';
comment on column award_revoke.at is '时间';
comment on column award_revoke.office_day is '办公日';

-- One record gives one amount at a time: a second one only in place of one that was taken back.
alter table award add column replaces uuid;
comment on column award.replaces is '改定哪一笔撤销了的';
alter table award drop constraint award_county_id_kind_source_kind_source_id_key;
create unique index award_source on award
  (county_id, kind, source_kind, source_id, coalesce(replaces, '00000000-0000-0000-0000-000000000000'::uuid))
  where source_id is not null;
create unique index award_replaces on award (county_id, replaces) where replaces is not null;

-- A start that rests on a wrong slip does not count any more; the next one has the next number.
alter table right_start add column seq int not null default 1 check (seq > 0);
comment on column right_start.seq is '第几次定';
alter table right_start drop constraint right_start_pkey;
alter table right_start add primary key (county_id, person_id, kind, seq);
create table start_void (
  county_id int not null,
  person_id uuid not null,
  kind text not null,
  seq int not null,
  slip_id uuid not null,
  at timestamptz not null,
  primary key (county_id, person_id, kind, seq),
  foreign key (county_id, person_id, kind, seq) references right_start (county_id, person_id, kind, seq)
);
comment on table start_void is '作废的记账首月：迁入单错了，只增不改';
comment on column start_void.county_id is '县';
comment on column start_void.person_id is '谁';
comment on column start_void.kind is '项目（对象类别）';
comment on column start_void.seq is '第几次定的';
comment on column start_void.slip_id is '哪张迁入单作废';
comment on column start_void.at is '时间';

alter table transfer_slip drop constraint transfer_slip_state_check;
alter table transfer_slip add constraint transfer_slip_state_check
  check (state in ('sent', 'accepted', 'withdrawn', 'voided'));
drop index transfer_slip_answers;
create unique index transfer_slip_answers on transfer_slip (county_id, answers)
  where answers is not null and state <> 'voided';
create table slip_void (
  county_id int not null,
  slip_id uuid not null,
  seq int not null check (seq > 0),
  step text not null check (step in ('asked', 'done', 'rejected')),
  reason text not null,
  paid_through int,
  paper_id uuid,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  office_day date not null,
  primary key (county_id, slip_id, seq),
  foreign key (county_id, slip_id) references transfer_slip (county_id, id)
);
comment on table slip_void is '迁入单的作废：提出、办好或退回，只增不改';
comment on column slip_void.county_id is '县';
comment on column slip_void.slip_id is '哪张迁入单';
comment on column slip_void.seq is '第几步';
comment on column slip_void.step is '提出、办好或退回';
comment on column slip_void.reason is '理由';
comment on column slip_void.paid_through is '改正后的已发至；空为不再是迁入';
comment on column slip_void.paper_id is '佐证';
comment on column slip_void.actor_id is '谁办（编号）';
comment on column slip_void.actor_name is '谁办（姓名）';
comment on column slip_void.at is '时间';
comment on column slip_void.office_day is '办公日';
