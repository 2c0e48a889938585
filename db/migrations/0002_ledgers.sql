-- The ledgers: one table a sheet, with the same columns for origin, version and proof.
create table person (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  identity_sealed bytea,
  identity_hash bytea,
  name text not null,
  name_initials text not null default '',
  name_pinyin text not null default '',
  sex text,
  born_on date,
  died_on date,
  death_cause text,
  village_id uuid,
  phone_sealed bytea,
  facts_seq bigint not null default 0,
  recorded_at timestamptz not null,
  recorded_by text not null,
  import_id uuid,
  primary key (county_id, id)
);
create unique index person_identity on person (county_id, division_id, identity_hash) where identity_hash is not null;
create index person_name on person (county_id, division_id, name);
create index person_name_trgm on person using gin (name gin_trgm_ops);
create index person_initials on person (county_id, division_id, name_initials text_pattern_ops);
comment on table person is '人：同一身份证号在一个乡镇只有一人';
comment on column person.county_id is '县';
comment on column person.id is '编号';
comment on column person.division_id is '乡镇';
comment on column person.identity_sealed is '身份证号（加密）';
comment on column person.identity_hash is '身份证号（键控散列，供精确查找）';
comment on column person.name is '姓名';
comment on column person.name_initials is '姓名拼音首字母';
comment on column person.name_pinyin is '姓名拼音';
comment on column person.sex is '性别';
comment on column person.born_on is '出生日期';
comment on column person.died_on is '死亡日期';
comment on column person.death_cause is '死亡原因';
comment on column person.village_id is '村(社区)';
comment on column person.phone_sealed is '联系电话（加密）';
comment on column person.facts_seq is '事实序号，事实一变就加一';
comment on column person.recorded_at is '记录时间';
comment on column person.recorded_by is '记录人';
comment on column person.import_id is '由哪次导入建立';

create table village (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  name text not null,
  code text,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index village_row_key on village (county_id, division_id, row_key) where voided_at is null;
comment on table village is '村(社区)';
comment on column village.county_id is '县';
comment on column village.id is '编号';
comment on column village.division_id is '乡镇';
comment on column village.name is '名称';
comment on column village.code is '代码';
comment on column village.evidence_ref is '佐证一栏的原文';
comment on column village.notes is '表里认不得的列，照存';
comment on column village.row_key is '同一条记录的识别键';
comment on column village.version is '版本';
comment on column village.origin is '来自导入或录入';
comment on column village.import_id is '最近一次改动它的导入';
comment on column village.source_sheet is '来自哪张表';
comment on column village.source_row is '来自第几行';
comment on column village.recorded_at is '记录时间';
comment on column village.recorded_by is '记录人';
comment on column village.voided_at is '作废时间';
comment on column village.voided_by is '作废人';
comment on column village.void_reason is '作废原因';

create table spell (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  name text not null,
  identity_sealed bytea,
  identity_hash bytea,
  sex text,
  born_on date,
  village_id uuid not null,
  category text not null,
  grade smallint,
  disability_cause text,
  enlisted_on date,
  discharged_on date,
  service_years numeric(6,2),
  enlistment_era text,
  residence text,
  approved_on date,
  from_month int not null,
  stop_month int,
  stop_reason text,
  died_on date,
  death_cause text,
  support_mode text,
  certificate_no text,
  bank_name text,
  account_sealed bytea,
  account_hash bytea,
  phone_sealed bytea,
  phone_hash bytea,
  low_income boolean,
  extreme_hardship boolean,
  remark text,
  person_id uuid,
  person_link text,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index spell_row_key on spell (county_id, division_id, row_key) where voided_at is null;
create index spell_person on spell (county_id, person_id);
comment on table spell is '优抚对象';
comment on column spell.county_id is '县';
comment on column spell.id is '编号';
comment on column spell.division_id is '乡镇';
comment on column spell.name is '姓名';
comment on column spell.identity_sealed is '身份证号（加密）';
comment on column spell.identity_hash is '身份证号（键控散列）';
comment on column spell.sex is '性别';
comment on column spell.born_on is '出生日期';
comment on column spell.village_id is '村(社区)';
comment on column spell.category is '对象类别';
comment on column spell.grade is '残疾等级';
comment on column spell.disability_cause is '致残性质';
comment on column spell.enlisted_on is '入伍时间';
comment on column spell.discharged_on is '退役时间';
comment on column spell.service_years is '服役年限';
comment on column spell.enlistment_era is '入伍时期';
comment on column spell.residence is '户籍性质';
comment on column spell.approved_on is '认定时间';
comment on column spell.from_month is '享受起始年月（年×12+月−1）';
comment on column spell.stop_month is '停止年月（年×12+月−1）';
comment on column spell.stop_reason is '停止原因';
comment on column spell.died_on is '死亡日期';
comment on column spell.death_cause is '死亡原因';
comment on column spell.support_mode is '供养方式';
comment on column spell.certificate_no is '证书编号';
comment on column spell.bank_name is '开户银行';
comment on column spell.account_sealed is '银行账号（加密）';
comment on column spell.account_hash is '银行账号（键控散列）';
comment on column spell.phone_sealed is '联系电话（加密）';
comment on column spell.phone_hash is '联系电话（键控散列）';
comment on column spell.low_income is '低保';
comment on column spell.extreme_hardship is '特困';
comment on column spell.remark is '备注';
comment on column spell.person_id is '对上的人';
comment on column spell.person_link is '怎样对上：号码、姓名、未对上、重名';
comment on column spell.evidence_ref is '佐证一栏的原文';
comment on column spell.notes is '表里认不得的列，照存';
comment on column spell.row_key is '同一条记录的识别键';
comment on column spell.version is '版本';
comment on column spell.origin is '来自导入或录入';
comment on column spell.import_id is '最近一次改动它的导入';
comment on column spell.source_sheet is '来自哪张表';
comment on column spell.source_row is '来自第几行';
comment on column spell.recorded_at is '记录时间';
comment on column spell.recorded_by is '记录人';
comment on column spell.voided_at is '作废时间';
comment on column spell.voided_by is '作废人';
comment on column spell.void_reason is '作废原因';

create table paid_line (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  name text not null,
  identity_sealed bytea,
  identity_hash bytea,
  item text not null,
  from_month int not null,
  to_month int not null,
  amount_fen bigint not null,
  paid_on date not null,
  voucher_no text,
  person_id uuid,
  person_link text,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index paid_line_row_key on paid_line (county_id, division_id, row_key) where voided_at is null;
create index paid_line_day on paid_line (county_id, division_id, paid_on);
create index paid_line_person on paid_line (county_id, person_id);
comment on table paid_line is '发放记录';
comment on column paid_line.county_id is '县';
comment on column paid_line.id is '编号';
comment on column paid_line.division_id is '乡镇';
comment on column paid_line.name is '姓名';
comment on column paid_line.identity_sealed is '身份证号（加密）';
comment on column paid_line.identity_hash is '身份证号（键控散列）';
comment on column paid_line.item is '项目';
comment on column paid_line.from_month is '所属起始年月（年×12+月−1）';
comment on column paid_line.to_month is '所属截止年月（年×12+月−1）';
comment on column paid_line.amount_fen is '金额（分）';
comment on column paid_line.paid_on is '发放日期';
comment on column paid_line.voucher_no is '凭证号';
comment on column paid_line.person_id is '对上的人';
comment on column paid_line.person_link is '怎样对上：号码、姓名、未对上、重名';
comment on column paid_line.evidence_ref is '佐证一栏的原文';
comment on column paid_line.notes is '表里认不得的列，照存';
comment on column paid_line.row_key is '同一条记录的识别键';
comment on column paid_line.version is '版本';
comment on column paid_line.origin is '来自导入或录入';
comment on column paid_line.import_id is '最近一次改动它的导入';
comment on column paid_line.source_sheet is '来自哪张表';
comment on column paid_line.source_row is '来自第几行';
comment on column paid_line.recorded_at is '记录时间';
comment on column paid_line.recorded_by is '记录人';
comment on column paid_line.voided_at is '作废时间';
comment on column paid_line.voided_by is '作废人';
comment on column paid_line.void_reason is '作废原因';

create table conscript_allowance (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  soldier_name text not null,
  soldier_identity_sealed bytea,
  soldier_identity_hash bytea,
  enlisted_on date,
  payee_name text not null,
  payee_identity_sealed bytea,
  payee_identity_hash bytea,
  amount_fen bigint not null,
  paid_on date not null,
  benefit_year int not null,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index conscript_allowance_row_key on conscript_allowance (county_id, division_id, row_key) where voided_at is null;
create index conscript_allowance_day on conscript_allowance (county_id, division_id, paid_on);
comment on table conscript_allowance is '义务兵优待金';
comment on column conscript_allowance.county_id is '县';
comment on column conscript_allowance.id is '编号';
comment on column conscript_allowance.division_id is '乡镇';
comment on column conscript_allowance.soldier_name is '士兵姓名';
comment on column conscript_allowance.soldier_identity_sealed is '士兵身份证号（加密）';
comment on column conscript_allowance.soldier_identity_hash is '士兵身份证号（键控散列）';
comment on column conscript_allowance.enlisted_on is '入伍时间';
comment on column conscript_allowance.payee_name is '领取人';
comment on column conscript_allowance.payee_identity_sealed is '领取人身份证号（加密）';
comment on column conscript_allowance.payee_identity_hash is '领取人身份证号（键控散列）';
comment on column conscript_allowance.amount_fen is '金额（分）';
comment on column conscript_allowance.paid_on is '发放日期';
comment on column conscript_allowance.benefit_year is '所属年度';
comment on column conscript_allowance.evidence_ref is '佐证一栏的原文';
comment on column conscript_allowance.notes is '表里认不得的列，照存';
comment on column conscript_allowance.row_key is '同一条记录的识别键';
comment on column conscript_allowance.version is '版本';
comment on column conscript_allowance.origin is '来自导入或录入';
comment on column conscript_allowance.import_id is '最近一次改动它的导入';
comment on column conscript_allowance.source_sheet is '来自哪张表';
comment on column conscript_allowance.source_row is '来自第几行';
comment on column conscript_allowance.recorded_at is '记录时间';
comment on column conscript_allowance.recorded_by is '记录人';
comment on column conscript_allowance.voided_at is '作废时间';
comment on column conscript_allowance.voided_by is '作废人';
comment on column conscript_allowance.void_reason is '作废原因';

create table group_member (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  name text not null,
  post text not null,
  group_post text not null,
  joined_on date not null,
  left_on date,
  document_no text,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index group_member_row_key on group_member (county_id, division_id, row_key) where voided_at is null;
comment on table group_member is '领导小组';
comment on column group_member.county_id is '县';
comment on column group_member.id is '编号';
comment on column group_member.division_id is '乡镇';
comment on column group_member.name is '姓名';
comment on column group_member.post is '单位职务';
comment on column group_member.group_post is '组内职务';
comment on column group_member.joined_on is '任职日期';
comment on column group_member.left_on is '离任日期';
comment on column group_member.document_no is '文件号';
comment on column group_member.evidence_ref is '佐证一栏的原文';
comment on column group_member.notes is '表里认不得的列，照存';
comment on column group_member.row_key is '同一条记录的识别键';
comment on column group_member.version is '版本';
comment on column group_member.origin is '来自导入或录入';
comment on column group_member.import_id is '最近一次改动它的导入';
comment on column group_member.source_sheet is '来自哪张表';
comment on column group_member.source_row is '来自第几行';
comment on column group_member.recorded_at is '记录时间';
comment on column group_member.recorded_by is '记录人';
comment on column group_member.voided_at is '作废时间';
comment on column group_member.voided_by is '作废人';
comment on column group_member.void_reason is '作废原因';

create table meeting (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  held_on date not null,
  meeting_type text not null,
  topic text not null,
  invited int,
  attended int,
  resolution text,
  responsible text,
  due_on date,
  done_on date,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index meeting_row_key on meeting (county_id, division_id, row_key) where voided_at is null;
create index meeting_day on meeting (county_id, division_id, held_on);
comment on table meeting is '会议';
comment on column meeting.county_id is '县';
comment on column meeting.id is '编号';
comment on column meeting.division_id is '乡镇';
comment on column meeting.held_on is '日期';
comment on column meeting.meeting_type is '类型';
comment on column meeting.topic is '主题';
comment on column meeting.invited is '应到';
comment on column meeting.attended is '实到';
comment on column meeting.resolution is '议定事项';
comment on column meeting.responsible is '责任单位';
comment on column meeting.due_on is '完成时限';
comment on column meeting.done_on is '完成日期';
comment on column meeting.evidence_ref is '佐证一栏的原文';
comment on column meeting.notes is '表里认不得的列，照存';
comment on column meeting.row_key is '同一条记录的识别键';
comment on column meeting.version is '版本';
comment on column meeting.origin is '来自导入或录入';
comment on column meeting.import_id is '最近一次改动它的导入';
comment on column meeting.source_sheet is '来自哪张表';
comment on column meeting.source_row is '来自第几行';
comment on column meeting.recorded_at is '记录时间';
comment on column meeting.recorded_by is '记录人';
comment on column meeting.voided_at is '作废时间';
comment on column meeting.voided_by is '作废人';
comment on column meeting.void_reason is '作废原因';

create table fund_entry (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  entered_on date not null,
  entry_type text not null,
  purpose text not null,
  amount_fen bigint not null,
  voucher_no text,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index fund_entry_row_key on fund_entry (county_id, division_id, row_key) where voided_at is null;
create index fund_entry_day on fund_entry (county_id, division_id, entered_on);
comment on table fund_entry is '经费';
comment on column fund_entry.county_id is '县';
comment on column fund_entry.id is '编号';
comment on column fund_entry.division_id is '乡镇';
comment on column fund_entry.entered_on is '日期';
comment on column fund_entry.entry_type is '类型';
comment on column fund_entry.purpose is '用途';
comment on column fund_entry.amount_fen is '金额（分）';
comment on column fund_entry.voucher_no is '凭证号';
comment on column fund_entry.evidence_ref is '佐证一栏的原文';
comment on column fund_entry.notes is '表里认不得的列，照存';
comment on column fund_entry.row_key is '同一条记录的识别键';
comment on column fund_entry.version is '版本';
comment on column fund_entry.origin is '来自导入或录入';
comment on column fund_entry.import_id is '最近一次改动它的导入';
comment on column fund_entry.source_sheet is '来自哪张表';
comment on column fund_entry.source_row is '来自第几行';
comment on column fund_entry.recorded_at is '记录时间';
comment on column fund_entry.recorded_by is '记录人';
comment on column fund_entry.voided_at is '作废时间';
comment on column fund_entry.voided_by is '作废人';
comment on column fund_entry.void_reason is '作废原因';

create table publicity (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  placed_on date not null,
  publicity_type text not null,
  village_id uuid,
  place text,
  quantity int not null,
  measure text not null,
  content text,
  removed_on date,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index publicity_row_key on publicity (county_id, division_id, row_key) where voided_at is null;
create index publicity_day on publicity (county_id, division_id, placed_on);
comment on table publicity is '宣传';
comment on column publicity.county_id is '县';
comment on column publicity.id is '编号';
comment on column publicity.division_id is '乡镇';
comment on column publicity.placed_on is '日期';
comment on column publicity.publicity_type is '类型';
comment on column publicity.village_id is '村(社区)';
comment on column publicity.place is '地点';
comment on column publicity.quantity is '数量';
comment on column publicity.measure is '单位';
comment on column publicity.content is '内容';
comment on column publicity.removed_on is '撤除日期';
comment on column publicity.evidence_ref is '佐证一栏的原文';
comment on column publicity.notes is '表里认不得的列，照存';
comment on column publicity.row_key is '同一条记录的识别键';
comment on column publicity.version is '版本';
comment on column publicity.origin is '来自导入或录入';
comment on column publicity.import_id is '最近一次改动它的导入';
comment on column publicity.source_sheet is '来自哪张表';
comment on column publicity.source_row is '来自第几行';
comment on column publicity.recorded_at is '记录时间';
comment on column publicity.recorded_by is '记录人';
comment on column publicity.voided_at is '作废时间';
comment on column publicity.voided_by is '作废人';
comment on column publicity.void_reason is '作废原因';

create table activity (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  held_on date not null,
  activity_type text not null,
  title text not null,
  place text,
  audience text,
  attendance int not null,
  is_estimate boolean,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index activity_row_key on activity (county_id, division_id, row_key) where voided_at is null;
create index activity_day on activity (county_id, division_id, held_on);
comment on table activity is '活动';
comment on column activity.county_id is '县';
comment on column activity.id is '编号';
comment on column activity.division_id is '乡镇';
comment on column activity.held_on is '日期';
comment on column activity.activity_type is '类型';
comment on column activity.title is '名称';
comment on column activity.place is '地点';
comment on column activity.audience is '参加对象';
comment on column activity.attendance is '参加人数';
comment on column activity.is_estimate is '估计';
comment on column activity.evidence_ref is '佐证一栏的原文';
comment on column activity.notes is '表里认不得的列，照存';
comment on column activity.row_key is '同一条记录的识别键';
comment on column activity.version is '版本';
comment on column activity.origin is '来自导入或录入';
comment on column activity.import_id is '最近一次改动它的导入';
comment on column activity.source_sheet is '来自哪张表';
comment on column activity.source_row is '来自第几行';
comment on column activity.recorded_at is '记录时间';
comment on column activity.recorded_by is '记录人';
comment on column activity.voided_at is '作废时间';
comment on column activity.voided_by is '作废人';
comment on column activity.void_reason is '作废原因';

create table visit (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  visited_on date not null,
  name text not null,
  identity_sealed bytea,
  identity_hash bytea,
  category text,
  householder text,
  mode text not null,
  festival text,
  gift_fen bigint,
  goods_fen bigint,
  visitor text,
  situation text,
  signed boolean,
  person_id uuid,
  person_link text,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index visit_row_key on visit (county_id, division_id, row_key) where voided_at is null;
create index visit_day on visit (county_id, division_id, visited_on);
create index visit_person on visit (county_id, person_id);
comment on table visit is '走访慰问';
comment on column visit.county_id is '县';
comment on column visit.id is '编号';
comment on column visit.division_id is '乡镇';
comment on column visit.visited_on is '日期';
comment on column visit.name is '姓名';
comment on column visit.identity_sealed is '身份证号（加密）';
comment on column visit.identity_hash is '身份证号（键控散列）';
comment on column visit.category is '对象类别';
comment on column visit.householder is '户主';
comment on column visit.mode is '方式';
comment on column visit.festival is '节日';
comment on column visit.gift_fen is '慰问金（分）';
comment on column visit.goods_fen is '慰问品折价（分）';
comment on column visit.visitor is '走访人';
comment on column visit.situation is '情况';
comment on column visit.signed is '签收';
comment on column visit.person_id is '对上的人';
comment on column visit.person_link is '怎样对上：号码、姓名、未对上、重名';
comment on column visit.evidence_ref is '佐证一栏的原文';
comment on column visit.notes is '表里认不得的列，照存';
comment on column visit.row_key is '同一条记录的识别键';
comment on column visit.version is '版本';
comment on column visit.origin is '来自导入或录入';
comment on column visit.import_id is '最近一次改动它的导入';
comment on column visit.source_sheet is '来自哪张表';
comment on column visit.source_row is '来自第几行';
comment on column visit.recorded_at is '记录时间';
comment on column visit.recorded_by is '记录人';
comment on column visit.voided_at is '作废时间';
comment on column visit.voided_by is '作废人';
comment on column visit.void_reason is '作废原因';

create table aid_case (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  opened_on date not null,
  name text not null,
  identity_sealed bytea,
  identity_hash bytea,
  appeal text not null,
  category text,
  measure text,
  amount_fen bigint,
  closed_on date,
  result text,
  person_id uuid,
  person_link text,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index aid_case_row_key on aid_case (county_id, division_id, row_key) where voided_at is null;
create index aid_case_day on aid_case (county_id, division_id, opened_on);
create index aid_case_person on aid_case (county_id, person_id);
comment on table aid_case is '困难帮扶';
comment on column aid_case.county_id is '县';
comment on column aid_case.id is '编号';
comment on column aid_case.division_id is '乡镇';
comment on column aid_case.opened_on is '登记日期';
comment on column aid_case.name is '姓名';
comment on column aid_case.identity_sealed is '身份证号（加密）';
comment on column aid_case.identity_hash is '身份证号（键控散列）';
comment on column aid_case.appeal is '诉求';
comment on column aid_case.category is '类别';
comment on column aid_case.measure is '措施';
comment on column aid_case.amount_fen is '金额（分）';
comment on column aid_case.closed_on is '办结日期';
comment on column aid_case.result is '结果';
comment on column aid_case.person_id is '对上的人';
comment on column aid_case.person_link is '怎样对上：号码、姓名、未对上、重名';
comment on column aid_case.evidence_ref is '佐证一栏的原文';
comment on column aid_case.notes is '表里认不得的列，照存';
comment on column aid_case.row_key is '同一条记录的识别键';
comment on column aid_case.version is '版本';
comment on column aid_case.origin is '来自导入或录入';
comment on column aid_case.import_id is '最近一次改动它的导入';
comment on column aid_case.source_sheet is '来自哪张表';
comment on column aid_case.source_row is '来自第几行';
comment on column aid_case.recorded_at is '记录时间';
comment on column aid_case.recorded_by is '记录人';
comment on column aid_case.voided_at is '作废时间';
comment on column aid_case.voided_by is '作废人';
comment on column aid_case.void_reason is '作废原因';

create table benefit_record (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  carried_on date not null,
  benefit_type text not null,
  name text not null,
  identity_sealed bytea,
  identity_hash bytea,
  head_count int,
  household_count int,
  amount_fen bigint,
  explanation text,
  person_id uuid,
  person_link text,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index benefit_record_row_key on benefit_record (county_id, division_id, row_key) where voided_at is null;
create index benefit_record_day on benefit_record (county_id, division_id, carried_on);
create index benefit_record_person on benefit_record (county_id, person_id);
comment on table benefit_record is '待遇落实';
comment on column benefit_record.county_id is '县';
comment on column benefit_record.id is '编号';
comment on column benefit_record.division_id is '乡镇';
comment on column benefit_record.carried_on is '日期';
comment on column benefit_record.benefit_type is '类型';
comment on column benefit_record.name is '姓名';
comment on column benefit_record.identity_sealed is '身份证号（加密）';
comment on column benefit_record.identity_hash is '身份证号（键控散列）';
comment on column benefit_record.head_count is '人数';
comment on column benefit_record.household_count is '户数';
comment on column benefit_record.amount_fen is '金额（分）';
comment on column benefit_record.explanation is '说明';
comment on column benefit_record.person_id is '对上的人';
comment on column benefit_record.person_link is '怎样对上：号码、姓名、未对上、重名';
comment on column benefit_record.evidence_ref is '佐证一栏的原文';
comment on column benefit_record.notes is '表里认不得的列，照存';
comment on column benefit_record.row_key is '同一条记录的识别键';
comment on column benefit_record.version is '版本';
comment on column benefit_record.origin is '来自导入或录入';
comment on column benefit_record.import_id is '最近一次改动它的导入';
comment on column benefit_record.source_sheet is '来自哪张表';
comment on column benefit_record.source_row is '来自第几行';
comment on column benefit_record.recorded_at is '记录时间';
comment on column benefit_record.recorded_by is '记录人';
comment on column benefit_record.voided_at is '作废时间';
comment on column benefit_record.voided_by is '作废人';
comment on column benefit_record.void_reason is '作废原因';

create table paper (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  title text not null,
  author text,
  document_no text,
  signed_on date not null,
  pages int,
  paper_class text not null,
  retention text,
  checklist_items text,
  file_path text,
  original_at text,
  file_sha256 bytea,
  file_missing boolean not null default false,
  evidence_ref text,
  notes jsonb,
  row_key bytea not null,
  version int not null default 1,
  origin text not null check (origin in ('import', 'screen')),
  import_id uuid,
  source_sheet text,
  source_row int,
  recorded_at timestamptz not null,
  recorded_by text not null,
  voided_at timestamptz,
  voided_by text,
  void_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index paper_row_key on paper (county_id, division_id, row_key) where voided_at is null;
create index paper_day on paper (county_id, division_id, signed_on);
comment on table paper is '档案';
comment on column paper.county_id is '县';
comment on column paper.id is '编号';
comment on column paper.division_id is '乡镇';
comment on column paper.title is '题名';
comment on column paper.author is '责任者';
comment on column paper.document_no is '文号';
comment on column paper.signed_on is '日期';
comment on column paper.pages is '页数';
comment on column paper.paper_class is '类别';
comment on column paper.retention is '保管期限';
comment on column paper.checklist_items is '考评条目';
comment on column paper.file_path is '文件';
comment on column paper.original_at is '原件位置';
comment on column paper.file_sha256 is '原文件';
comment on column paper.file_missing is '表里写了文件但没找到';
comment on column paper.evidence_ref is '佐证一栏的原文';
comment on column paper.notes is '表里认不得的列，照存';
comment on column paper.row_key is '同一条记录的识别键';
comment on column paper.version is '版本';
comment on column paper.origin is '来自导入或录入';
comment on column paper.import_id is '最近一次改动它的导入';
comment on column paper.source_sheet is '来自哪张表';
comment on column paper.source_row is '来自第几行';
comment on column paper.recorded_at is '记录时间';
comment on column paper.recorded_by is '记录人';
comment on column paper.voided_at is '作废时间';
comment on column paper.voided_by is '作废人';
comment on column paper.void_reason is '作废原因';
