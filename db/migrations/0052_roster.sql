-- Lists of other offices held against the roll. Of the list only how many rows it had is kept, and rows about people
-- who are on the roll: the others are strangers' personal data.
create table roster (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  kind text not null check (kind in ('火化', '户籍注销', '服刑', '低保特困', '养老金')),
  file_name text not null,
  file_sha256 bytea not null,
  row_count int not null check (row_count >= 0),
  refused_count int not null check (refused_count >= 0),
  same_count int not null check (same_count >= 0),
  like_count int not null check (like_count >= 0),
  absent_count int not null check (absent_count >= 0),
  office_day date not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create index roster_division on roster (county_id, division_id, kind, at desc);
comment on table roster is '名册比对：哪一天拿谁的名册比过，只增不改';
comment on column roster.county_id is '县';
comment on column roster.id is '编号';
comment on column roster.division_id is '哪个单位比的；县里比的管全县各乡镇';
comment on column roster.kind is '哪一种名册';
comment on column roster.file_name is '文件名';
comment on column roster.file_sha256 is '文件的散列';
comment on column roster.row_count is '名册有多少行';
comment on column roster.refused_count is '其中有格子读不出的行';
comment on column roster.same_count is '身份证号一样的人数';
comment on column roster.like_count is '姓名、出生日期一样，号码缺或不同的人数';
comment on column roster.absent_count is '不在册的行数：只记个数';
comment on column roster.office_day is '办理日期';
comment on column roster.actor_id is '经手人编号';
comment on column roster.actor_name is '经手人';
comment on column roster.at is '真实时间';

create table roster_hit (
  county_id int not null,
  roster_id uuid not null,
  person_id uuid not null,
  likeness text not null check (likeness in ('same', 'like')),
  division_id uuid not null,
  source_sheet text not null,
  source_row int not null,
  on_day date,
  primary key (county_id, roster_id, person_id),
  foreign key (county_id, roster_id) references roster (county_id, id),
  foreign key (county_id, person_id) references person (county_id, id)
);
create index roster_hit_person on roster_hit (county_id, person_id);
comment on table roster_hit is '名册比对比上的在册人员；号码不存，只记是谁、名册第几行';
comment on column roster_hit.county_id is '县';
comment on column roster_hit.roster_id is '哪一次比对';
comment on column roster_hit.person_id is '在册的人';
comment on column roster_hit.likeness is '完全一致，或像是同一人';
comment on column roster_hit.division_id is '这个人所在的乡镇';
comment on column roster_hit.source_sheet is '名册的工作表';
comment on column roster_hit.source_row is '名册第几行';
comment on column roster_hit.on_day is '名册写的日子：死亡、火化、注销、入狱、领取';

-- A list dropped under the wrong name is taken back with a reason; it stays, and counts no more.
create table roster_void (
  county_id int not null,
  roster_id uuid not null,
  reason text not null,
  office_day date not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, roster_id),
  foreign key (county_id, roster_id) references roster (county_id, id)
);
comment on table roster_void is '作废的名册比对';
comment on column roster_void.county_id is '县';
comment on column roster_void.roster_id is '哪一次比对';
comment on column roster_void.reason is '为什么作废';
comment on column roster_void.office_day is '办理日期';
comment on column roster_void.actor_id is '经手人编号';
comment on column roster_void.actor_name is '经手人';
comment on column roster_void.at is '真实时间';

-- Payees who were drawn and asked by telephone whether the money came, and how much.
create table spot_call (
  county_id int not null,
  id uuid not null,
  line_id uuid not null,
  batch_id uuid not null,
  division_id uuid not null,
  seed text not null,
  answer text not null check (answer in ('agrees', 'differs', 'notReceived', 'unreached')),
  told_fen bigint check (told_fen >= 0),
  called_on date not null,
  remark text,
  office_day date not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, id),
  check ((told_fen is not null) = (answer in ('agrees', 'differs'))),
  foreign key (county_id, line_id) references pay_line (county_id, id),
  foreign key (county_id, batch_id) references batch (county_id, id)
);
create index spot_call_line on spot_call (county_id, line_id, at desc);
create index spot_call_batch on spot_call (county_id, batch_id);
comment on table spot_call is '发后抽查：打电话问钱到了吗、多少，只增不改，最后一次为准';
comment on column spot_call.county_id is '县';
comment on column spot_call.id is '编号';
comment on column spot_call.line_id is '抽到的那一笔';
comment on column spot_call.batch_id is '批次';
comment on column spot_call.division_id is '这一笔的乡镇';
comment on column spot_call.seed is '抽样种子：同一个种子抽到同样的人';
comment on column spot_call.answer is '对得上、对不上、没收到、没联系上';
comment on column spot_call.told_fen is '本人说收到多少（分）';
comment on column spot_call.called_on is '哪天打的电话';
comment on column spot_call.remark is '说明';
comment on column spot_call.office_day is '办理日期';
comment on column spot_call.actor_id is '经手人编号';
comment on column spot_call.actor_name is '谁打的';
comment on column spot_call.at is '真实时间';

select seal_rows(t, (select array_agg(a.attname::text) from pg_attribute a
  where a.attrelid = t and a.attnum > 0 and not a.attisdropped))
from unnest(array['roster', 'roster_hit', 'roster_void', 'spot_call']::regclass[]) as t;
