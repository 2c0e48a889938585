-- The house: places, people who work here, the log, files, settings, jobs, imports.
-- county_id is the six-digit code under which a county was first entered; it never changes and leads every key.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create table division (
  county_id int not null,
  id uuid not null,
  level text not null check (level in ('province', 'city', 'county', 'township')),
  code text not null check (code ~ '^\d{12}$'),
  name text not null,
  parent_id uuid,
  valid_from date not null default '1949-10-01',
  valid_to date,
  created_at timestamptz not null default now(),
  primary key (county_id, id),
  unique (county_id, code, valid_from),
  foreign key (county_id, parent_id) references division (county_id, id)
);
comment on table division is '区划：省、市、县、乡镇；代码和名称有起止日期';
comment on column division.county_id is '县（首次录入时的六位代码）';
comment on column division.id is '编号';
comment on column division.level is '级别';
comment on column division.code is '十二位行政区划代码';
comment on column division.name is '名称';
comment on column division.parent_id is '上级';
comment on column division.valid_from is '启用日';
comment on column division.valid_to is '停用日';
comment on column division.created_at is '录入时间';

create table division_year (
  county_id int not null,
  division_id uuid not null,
  year int not null,
  population int,
  village_count int,
  parent_name text,
  import_id uuid,
  primary key (county_id, division_id, year),
  foreign key (county_id, division_id) references division (county_id, id)
);
comment on table division_year is '单位表：乡镇每年的人口和村数';
comment on column division_year.county_id is '县';
comment on column division_year.division_id is '乡镇';
comment on column division_year.year is '年度';
comment on column division_year.population is '人口';
comment on column division_year.village_count is '村(社区)数';
comment on column division_year.parent_name is '上级名称';
comment on column division_year.import_id is '来自哪次导入';

create table user_account (
  county_id int not null,
  id uuid not null,
  name text not null,
  pass_salt bytea not null,
  pass_hash bytea not null,
  failed_count int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (county_id, id)
);
create unique index user_account_name on user_account (county_id, name) where disabled_at is null;
comment on table user_account is '用户';
comment on column user_account.county_id is '县';
comment on column user_account.id is '编号';
comment on column user_account.name is '姓名';
comment on column user_account.pass_salt is '口令盐';
comment on column user_account.pass_hash is '口令散列（scrypt）';
comment on column user_account.failed_count is '连续输错次数';
comment on column user_account.locked_until is '锁到何时';
comment on column user_account.disabled_at is '停用时间';
comment on column user_account.created_at is '建立时间';
comment on column user_account.created_by is '建立人';

create table user_role (
  county_id int not null,
  id uuid not null,
  user_id uuid not null,
  role text not null check (role in ('经办', '复核', '批准', '财政所', '查阅', '管理', '审计员')),
  division_id uuid not null,
  granted_at timestamptz not null default now(),
  granted_by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (county_id, id),
  foreign key (county_id, user_id) references user_account (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create unique index user_role_live on user_role (county_id, user_id, role, division_id) where ended_at is null;
comment on table user_role is '用户的角色和管辖';
comment on column user_role.county_id is '县';
comment on column user_role.id is '编号';
comment on column user_role.user_id is '用户';
comment on column user_role.role is '角色';
comment on column user_role.division_id is '管辖单位，含其下各级';
comment on column user_role.granted_at is '授予时间';
comment on column user_role.granted_by is '授予人';
comment on column user_role.ended_at is '收回时间';
comment on column user_role.ended_by is '收回人';

create table user_session (
  token_hash bytea primary key,
  county_id int,
  user_id uuid,
  kind text not null check (kind in ('user', 'operator')),
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table user_session is '登录会话（只存令牌的散列）';
comment on column user_session.token_hash is '令牌散列';
comment on column user_session.county_id is '县';
comment on column user_session.user_id is '用户；本机一次性登录时为空';
comment on column user_session.kind is '用户或本机操作员';
comment on column user_session.created_at is '登录时间';
comment on column user_session.seen_at is '最近使用';
comment on column user_session.ended_at is '退出时间';

create table audit_event (
  county_id int not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  action text not null,
  division_id uuid,
  record_kind text,
  record_id text,
  detail jsonb not null default '{}',
  office_day date not null,
  primary key (county_id, id)
);
create index audit_event_record on audit_event (county_id, record_kind, record_id);
create index audit_event_at on audit_event (county_id, at);
comment on table audit_event is '日志：每次写入和每次看个人资料，只增不改';
comment on column audit_event.county_id is '县';
comment on column audit_event.id is '编号';
comment on column audit_event.at is '真实时间';
comment on column audit_event.actor_kind is '用户、本机操作员或系统';
comment on column audit_event.actor_id is '谁';
comment on column audit_event.actor_name is '谁（姓名）';
comment on column audit_event.action is '做了什么';
comment on column audit_event.division_id is '哪个单位';
comment on column audit_event.record_kind is '哪类记录';
comment on column audit_event.record_id is '哪条记录';
comment on column audit_event.detail is '要点，不含个人资料';
comment on column audit_event.office_day is '办公日';

create table audit_seal (
  county_id int not null,
  seq bigint not null,
  event_id uuid not null,
  hash bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (county_id, seq),
  unique (county_id, event_id)
);
comment on table audit_seal is '日志封链：无间断序号和散列链，只增不改';
comment on column audit_seal.county_id is '县';
comment on column audit_seal.seq is '序号';
comment on column audit_seal.event_id is '哪条日志';
comment on column audit_seal.hash is '散列（含上一条的散列）';
comment on column audit_seal.sealed_at is '封链时间';

create table setting (
  county_id int not null,
  id uuid not null,
  division_id uuid,
  code text not null,
  effective_from date not null,
  value jsonb not null,
  basis text,
  set_at timestamptz not null default now(),
  set_by text not null,
  primary key (county_id, id)
);
comment on table setting is '参数，只增不改：最新一条按生效日起作用';
comment on column setting.county_id is '县';
comment on column setting.id is '编号';
comment on column setting.division_id is '单位；空为全县';
comment on column setting.code is '参数名';
comment on column setting.effective_from is '生效日';
comment on column setting.value is '值';
comment on column setting.basis is '依据';
comment on column setting.set_at is '设定时间';
comment on column setting.set_by is '设定人';

create table job (
  county_id int not null,
  id uuid not null,
  division_id uuid,
  kind text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
  progress int not null default 0,
  payload jsonb not null default '{}',
  result jsonb,
  error text,
  lease_until timestamptz,
  attempts int not null default 0,
  created_at timestamptz not null default now(),
  created_by text not null,
  finished_at timestamptz,
  primary key (county_id, id)
);
comment on table job is '后台任务';
comment on column job.county_id is '县';
comment on column job.id is '编号';
comment on column job.division_id is '单位';
comment on column job.kind is '种类';
comment on column job.state is '状态';
comment on column job.progress is '进度（百分）';
comment on column job.payload is '输入，不含个人资料';
comment on column job.result is '结果';
comment on column job.error is '原因';
comment on column job.lease_until is '占用到何时';
comment on column job.attempts is '次数';
comment on column job.created_at is '建立时间';
comment on column job.created_by is '建立人';
comment on column job.finished_at is '结束时间';

create table stored_file (
  county_id int not null,
  sha256 bytea not null,
  size_bytes bigint not null,
  media_type text not null,
  file_name text not null,
  stored_at timestamptz not null default now(),
  primary key (county_id, sha256)
);
comment on table stored_file is '原文件：按内容散列存放，先存文件后写本行';
comment on column stored_file.county_id is '县';
comment on column stored_file.sha256 is '内容散列';
comment on column stored_file.size_bytes is '字节数';
comment on column stored_file.media_type is '按内容认出的类型';
comment on column stored_file.file_name is '原文件名';
comment on column stored_file.stored_at is '存入时间';

create table import_log (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  year int not null,
  file_name text not null,
  sha256 bytea not null,
  counts jsonb not null,
  refused int not null default 0,
  imported_at timestamptz not null,
  imported_by text not null,
  undone_at timestamptz,
  undone_by text,
  undo_reason text,
  primary key (county_id, id),
  foreign key (county_id, division_id) references division (county_id, id)
);
create index import_log_division on import_log (county_id, division_id, imported_at);
comment on table import_log is '导入记录（回执）';
comment on column import_log.county_id is '县';
comment on column import_log.id is '回执编号';
comment on column import_log.division_id is '乡镇';
comment on column import_log.year is '年度';
comment on column import_log.file_name is '文件名';
comment on column import_log.sha256 is '文件散列';
comment on column import_log.counts is '每张表：读到、新增、更新、不变、退回';
comment on column import_log.refused is '退回行数';
comment on column import_log.imported_at is '导入时间';
comment on column import_log.imported_by is '导入人';
comment on column import_log.undone_at is '撤回时间';
comment on column import_log.undone_by is '撤回人';
comment on column import_log.undo_reason is '撤回原因';

create table learned_word (
  county_id int not null,
  division_id uuid not null,
  vocabulary text not null,
  word text not null,
  meaning text not null,
  learned_at timestamptz not null default now(),
  learned_by text not null,
  primary key (county_id, division_id, vocabulary, word)
);
comment on table learned_word is '记住的写法：老兵 → 参战退役人员，表头 → 列名，表名 → 表';
comment on column learned_word.county_id is '县';
comment on column learned_word.division_id is '乡镇';
comment on column learned_word.vocabulary is '哪一类写法';
comment on column learned_word.word is '原写法';
comment on column learned_word.meaning is '对应到';
comment on column learned_word.learned_at is '记住时间';
comment on column learned_word.learned_by is '谁';
