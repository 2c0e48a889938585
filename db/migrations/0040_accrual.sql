-- What is due, posted: starts, runs, one-off awards and the signed lines of the ledger. Nothing here is ever changed
-- but the head of a person, which is a row lock and a list of work.
create table ledger_start (
  county_id int not null,
  division_id uuid not null,
  seq int not null check (seq > 0),
  month int not null,
  reason text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, division_id, seq),
  foreign key (county_id, division_id) references division (county_id, id)
);
comment on table ledger_start is '台账首月：没有导入发放记录的单位写明从哪个月起记账';
comment on column ledger_start.county_id is '县';
comment on column ledger_start.division_id is '乡镇';
comment on column ledger_start.seq is '第几次写明';
comment on column ledger_start.month is '首月';
comment on column ledger_start.reason is '理由';
comment on column ledger_start.actor_id is '谁办（编号）';
comment on column ledger_start.actor_name is '谁办（姓名）';
comment on column ledger_start.at is '时间';

create table ledger_town (
  county_id int not null,
  division_id uuid not null,
  law_hash bytea,
  through_month int,
  primary key (county_id, division_id),
  foreign key (county_id, division_id) references division (county_id, id)
);
comment on table ledger_town is '每个乡镇的账算到哪里：行锁，两次记账先后办；可以重建';
comment on column ledger_town.county_id is '县';
comment on column ledger_town.division_id is '乡镇';
comment on column ledger_town.law_hash is '算时的标准';
comment on column ledger_town.through_month is '算到哪个月';

create table ledger_head (
  county_id int not null,
  person_id uuid not null,
  division_id uuid not null,
  facts_seq bigint not null,
  primary key (county_id, person_id),
  foreign key (county_id, person_id) references person (county_id, id)
);
create index ledger_head_division on ledger_head (county_id, division_id);
comment on table ledger_head is '每人账头：上次按哪些事实算；行锁和待算清单，可以重建';
comment on column ledger_head.county_id is '县';
comment on column ledger_head.person_id is '谁';
comment on column ledger_head.division_id is '乡镇';
comment on column ledger_head.facts_seq is '算时的事实序号；-1 还没有算过';

create table right_start (
  county_id int not null,
  person_id uuid not null,
  kind text not null,
  month int not null,
  basis text not null check (basis in ('paid', 'year', 'named', 'transfer')),
  run_id uuid not null,
  primary key (county_id, person_id, kind),
  foreign key (county_id, person_id) references person (county_id, id)
);
comment on table right_start is '每项待遇从哪个月起由本系统记账；记过账就不再变';
comment on column right_start.county_id is '县';
comment on column right_start.person_id is '谁';
comment on column right_start.kind is '项目（对象类别）';
comment on column right_start.month is '首月';
comment on column right_start.basis is '依据：最后一次发放的次月、年初、写明、迁入单';
comment on column right_start.run_id is '由哪次记账定下';

create table ledger_run (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  command_key uuid not null,
  cause text not null check (cause in ('monthly', 'raise', 'change', 'award', 'opening')),
  through_month int not null,
  law_hash bytea not null,
  people int not null,
  lines int not null,
  total_fen bigint not null,
  unknown int not null,
  unknown_rights jsonb not null default '[]',
  set_hash bytea not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  office_day date not null,
  primary key (county_id, id),
  unique (county_id, command_key)
);
create index ledger_run_division on ledger_run (county_id, division_id, at);
comment on table ledger_run is '记账：把应发与已记的差额记进台账';
comment on column ledger_run.county_id is '县';
comment on column ledger_run.id is '编号';
comment on column ledger_run.division_id is '乡镇';
comment on column ledger_run.command_key is '指令号：同一指令只办一次';
comment on column ledger_run.cause is '为何记账';
comment on column ledger_run.through_month is '算到哪个月';
comment on column ledger_run.law_hash is '所用标准';
comment on column ledger_run.people is '算了几人';
comment on column ledger_run.lines is '记了几行';
comment on column ledger_run.total_fen is '合计（分）';
comment on column ledger_run.unknown is '缺事实或标准的人';
comment on column ledger_run.unknown_rights is '缺什么：哪人哪项从哪个月起缺哪些';
comment on column ledger_run.set_hash is '所记各行的散列';
comment on column ledger_run.actor_id is '谁办（编号）';
comment on column ledger_run.actor_name is '谁办（姓名）';
comment on column ledger_run.at is '时间';
comment on column ledger_run.office_day is '办公日';

create table trace (
  county_id int not null,
  hash bytea not null,
  body text not null,
  primary key (county_id, hash)
);
comment on table trace is '为什么是这个数：许多行共用一份';
comment on column trace.county_id is '县';
comment on column trace.hash is '散列';
comment on column trace.body is '步骤（JSON 文字，散列按此算）';

create table award (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  kind text not null check (kind in ('优待金', '立功奖励', '慰问金', '困难救助')),
  person_id uuid not null,
  month int not null,
  fen bigint not null check (fen > 0),
  fund text not null,
  source_kind text,
  source_id uuid,
  reason text not null,
  paper_id uuid,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  office_day date not null,
  primary key (county_id, id),
  unique (county_id, kind, source_kind, source_id),
  foreign key (county_id, person_id) references person (county_id, id)
);
create index award_person on award (county_id, person_id);
create index award_division on award (county_id, division_id, kind, month);
comment on table award is '一次性款项的决定：优待金、奖励金、慰问金、解难救助';
comment on column award.county_id is '县';
comment on column award.id is '编号';
comment on column award.division_id is '乡镇';
comment on column award.kind is '项目';
comment on column award.person_id is '领款人';
comment on column award.month is '所属年月';
comment on column award.fen is '金额（分）';
comment on column award.fund is '资金';
comment on column award.source_kind is '依据哪类记录';
comment on column award.source_id is '依据哪条记录';
comment on column award.reason is '事由';
comment on column award.paper_id is '佐证';
comment on column award.actor_id is '谁办（编号）';
comment on column award.actor_name is '谁办（姓名）';
comment on column award.at is '时间';
comment on column award.office_day is '办公日';

create table accrual (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  person_id uuid not null,
  kind text not null,
  ref text not null default '',
  component text not null,
  fund text not null,
  month int not null,
  seq int not null check (seq > 0),
  fen bigint not null check (fen <> 0),
  due_after_fen bigint not null,
  cause text not null check (cause in ('regular', 'arrears', 'correction', 'opening')),
  derived boolean not null,
  run_id uuid not null,
  trace_hash bytea not null,
  facts_seq bigint not null,
  posted_on date not null,
  posted_month int not null,
  primary key (county_id, id),
  unique (county_id, person_id, kind, ref, component, fund, month, seq),
  foreign key (county_id, run_id) references ledger_run (county_id, id),
  foreign key (county_id, trace_hash) references trace (county_id, hash),
  foreign key (county_id, person_id) references person (county_id, id)
);
create index accrual_person on accrual (county_id, person_id);
create index accrual_month on accrual (county_id, division_id, month);
create index accrual_run on accrual (county_id, run_id);
comment on table accrual is '应发台账：每人每项每月的应发差额，只增不改';
comment on column accrual.county_id is '县';
comment on column accrual.id is '编号';
comment on column accrual.division_id is '乡镇';
comment on column accrual.person_id is '谁';
comment on column accrual.kind is '项目：对象类别，或一次性款项';
comment on column accrual.ref is '一次性款项的决定；抚恤补助为空';
comment on column accrual.component is '构成';
comment on column accrual.fund is '资金';
comment on column accrual.month is '所属年月';
comment on column accrual.seq is '第几次记';
comment on column accrual.fen is '差额（分），负数为冲减';
comment on column accrual.due_after_fen is '记后该月该构成的应发';
comment on column accrual.cause is '缘由：按月、补发、更正、期初';
comment on column accrual.derived is '用了推算标准';
comment on column accrual.run_id is '哪次记账';
comment on column accrual.trace_hash is '为什么';
comment on column accrual.facts_seq is '事实序号';
comment on column accrual.posted_on is '记账日';
comment on column accrual.posted_month is '记入哪个月的账';
