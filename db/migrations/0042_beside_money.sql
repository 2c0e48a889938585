-- Beside the money: funds received, yearly confirmation, public notices and slips of those who move.
create table fund_received (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  level text not null check (level in ('central', 'province', 'city', 'county', 'township')),
  kind text not null,
  fen bigint not null check (fen <> 0),
  on_day date not null,
  document_no text,
  undoes uuid,
  reason text,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, undoes),
  foreign key (county_id, division_id) references division (county_id, id)
);
create index fund_received_day on fund_received (county_id, division_id, on_day);
comment on table fund_received is '到账资金：哪一级拨的';
comment on column fund_received.county_id is '县';
comment on column fund_received.id is '编号';
comment on column fund_received.division_id is '单位';
comment on column fund_received.level is '哪一级';
comment on column fund_received.kind is '用于什么';
comment on column fund_received.fen is '金额（分），负数为收回';
comment on column fund_received.on_day is '到账日';
comment on column fund_received.document_no is '文号';
comment on column fund_received.undoes is '冲销哪一笔';
comment on column fund_received.reason is '冲销的理由';
comment on column fund_received.actor_id is '谁办（编号）';
comment on column fund_received.actor_name is '谁办（姓名）';
comment on column fund_received.at is '时间';

create table confirmation (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  person_id uuid not null,
  year int not null,
  way text not null check (way in ('met', 'video', 'kin', 'unreachable', 'dead', 'withdrawn')),
  on_day date not null,
  by_name text not null,
  remark text,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, id),
  foreign key (county_id, person_id) references person (county_id, id)
);
create index confirmation_year on confirmation (county_id, person_id, year, at);
create index confirmation_division on confirmation (county_id, division_id, year);
comment on table confirmation is '年度确认';
comment on column confirmation.county_id is '县';
comment on column confirmation.id is '编号';
comment on column confirmation.division_id is '乡镇';
comment on column confirmation.person_id is '谁';
comment on column confirmation.year is '年度';
comment on column confirmation.way is '见到本人、视频、亲属代、联系不上、已去世、撤回；一年里最后一次算';
comment on column confirmation.on_day is '哪天';
comment on column confirmation.by_name is '谁确认';
comment on column confirmation.remark is '备注';
comment on column confirmation.actor_id is '谁办（编号）';
comment on column confirmation.actor_name is '谁办（姓名）';
comment on column confirmation.at is '时间';

create table public_notice (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  title text not null,
  people jsonb not null,
  from_day date not null,
  to_day date not null,
  place text,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, id),
  check (to_day >= from_day)
);
create index public_notice_day on public_notice (county_id, division_id, from_day);
comment on table public_notice is '公示：新增对象名单，天数和异议';
comment on column public_notice.county_id is '县';
comment on column public_notice.id is '编号';
comment on column public_notice.division_id is '乡镇';
comment on column public_notice.title is '题名';
comment on column public_notice.people is '名单（姓名、村、类别，无证号金额）';
comment on column public_notice.from_day is '起';
comment on column public_notice.to_day is '止';
comment on column public_notice.place is '张贴处';
comment on column public_notice.voided_at is '作废时间';
comment on column public_notice.voided_by is '谁作废';
comment on column public_notice.void_reason is '作废的理由';
comment on column public_notice.actor_id is '谁办（编号）';
comment on column public_notice.actor_name is '谁办（姓名）';
comment on column public_notice.at is '时间';

create table notice_objection (
  county_id int not null,
  notice_id uuid not null,
  seq int not null check (seq > 0),
  text text not null,
  on_day date not null,
  outcome text,
  outcome_on date,
  outcome_by text,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, notice_id, seq),
  foreign key (county_id, notice_id) references public_notice (county_id, id)
);
comment on table notice_objection is '公示的异议和处理';
comment on column notice_objection.county_id is '县';
comment on column notice_objection.notice_id is '公示';
comment on column notice_objection.seq is '第几条';
comment on column notice_objection.text is '异议';
comment on column notice_objection.outcome is '处理';
comment on column notice_objection.outcome_on is '处理日';
comment on column notice_objection.outcome_by is '谁处理';
comment on column notice_objection.on_day is '哪天';
comment on column notice_objection.actor_id is '谁办（编号）';
comment on column notice_objection.actor_name is '谁办（姓名）';
comment on column notice_objection.at is '时间';

create table transfer_slip (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  person_id uuid not null,
  direction text not null check (direction in ('out', 'in')),
  other_office text not null,
  other_division_id uuid,
  answers uuid,
  slip_on date not null,
  paid_through int not null,
  document_no text,
  state text not null check (state in ('sent', 'accepted', 'withdrawn')),
  ended_on date,
  ended_by text,
  remark text,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  office_day date not null,
  primary key (county_id, id),
  foreign key (county_id, person_id) references person (county_id, id)
);
create index transfer_slip_person on transfer_slip (county_id, person_id);
create unique index transfer_slip_waiting on transfer_slip (county_id, person_id) where state = 'sent';
create unique index transfer_slip_answers on transfer_slip (county_id, answers) where answers is not null;
create index transfer_slip_division on transfer_slip (county_id, division_id);
create index transfer_slip_other on transfer_slip (county_id, other_division_id) where state = 'sent';
comment on table transfer_slip is '迁移单：待遇发到哪个月，交给哪里';
comment on column transfer_slip.county_id is '县';
comment on column transfer_slip.id is '编号';
comment on column transfer_slip.division_id is '乡镇';
comment on column transfer_slip.person_id is '谁';
comment on column transfer_slip.direction is '迁出或迁入';
comment on column transfer_slip.other_office is '对方单位';
comment on column transfer_slip.other_division_id is '对方单位，也用本系统时';
comment on column transfer_slip.answers is '接的是哪张迁出单';
comment on column transfer_slip.slip_on is '迁移单的日期';
comment on column transfer_slip.paid_through is '已发至哪个月';
comment on column transfer_slip.document_no is '介绍信号';
comment on column transfer_slip.state is '已寄、已接收或已撤回';
comment on column transfer_slip.ended_on is '接收或撤回日';
comment on column transfer_slip.ended_by is '对方谁接收，或谁撤回';
comment on column transfer_slip.remark is '备注或撤回的理由';
comment on column transfer_slip.actor_id is '谁办（编号）';
comment on column transfer_slip.actor_name is '谁办（姓名）';
comment on column transfer_slip.at is '时间';
comment on column transfer_slip.office_day is '办公日';
