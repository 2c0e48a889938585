-- What hangs on the ledgers: evidence, history, merges, holds, changes waiting, reports and their frozen figures.
create table evidence (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  paper_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  origin text not null check (origin in ('sheet', 'number', 'screen')),
  import_id uuid,
  linked_at timestamptz not null,
  linked_by text not null,
  removed_at timestamptz,
  removed_by text,
  primary key (county_id, id),
  foreign key (county_id, paper_id) references paper (county_id, id)
);
create unique index evidence_live on evidence (county_id, record_kind, record_id, paper_id) where removed_at is null;
create index evidence_paper on evidence (county_id, paper_id);
comment on table evidence is '佐证：哪份材料证明哪条记录';
comment on column evidence.county_id is '县';
comment on column evidence.id is '编号';
comment on column evidence.division_id is '乡镇';
comment on column evidence.paper_id is '材料';
comment on column evidence.record_kind is '哪类记录';
comment on column evidence.record_id is '哪条记录';
comment on column evidence.origin is '表里写明、文号相同或人工挂上';
comment on column evidence.import_id is '来自哪次导入';
comment on column evidence.linked_at is '挂上时间';
comment on column evidence.linked_by is '谁挂上';
comment on column evidence.removed_at is '取下时间';
comment on column evidence.removed_by is '谁取下';

create table record_history (
  county_id int not null,
  record_kind text not null,
  record_id uuid not null,
  version int not null,
  division_id uuid not null,
  cells jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz not null,
  superseded_by text not null,
  superseding_import uuid,
  reason text,
  paper_id uuid,
  primary key (county_id, record_kind, record_id, version)
);
create index record_history_import on record_history (county_id, superseding_import);
comment on table record_history is '旧版本：记录被改前的整行，只增不改；密列仍为密文';
comment on column record_history.county_id is '县';
comment on column record_history.record_kind is '哪类记录';
comment on column record_history.record_id is '哪条记录';
comment on column record_history.version is '旧版本号';
comment on column record_history.division_id is '乡镇';
comment on column record_history.cells is '旧值';
comment on column record_history.recorded_at is '旧值记录时间';
comment on column record_history.recorded_by is '旧值记录人';
comment on column record_history.superseded_at is '何时被替换';
comment on column record_history.superseded_by is '被谁替换';
comment on column record_history.superseding_import is '被哪次导入替换';
comment on column record_history.reason is '更正理由';
comment on column record_history.paper_id is '更正依据';

create table person_alias (
  county_id int not null,
  id uuid not null,
  person_id uuid not null,
  merged_into uuid not null,
  reason text not null,
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  undone_by text,
  primary key (county_id, id),
  check (person_id <> merged_into)
);
create unique index person_alias_live on person_alias (county_id, person_id) where undone_at is null;
comment on table person_alias is '合并：同一人的另一份登记，可撤销';
comment on column person_alias.county_id is '县';
comment on column person_alias.id is '编号';
comment on column person_alias.person_id is '并入的登记';
comment on column person_alias.merged_into is '并到谁';
comment on column person_alias.reason is '理由';
comment on column person_alias.merged_at is '合并时间';
comment on column person_alias.merged_by is '谁合并';
comment on column person_alias.undone_at is '撤销时间';
comment on column person_alias.undone_by is '谁撤销';

create table duplicate_verdict (
  county_id int not null,
  left_id uuid not null,
  right_id uuid not null,
  reason text not null,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (county_id, left_id, right_id)
);
comment on table duplicate_verdict is '疑似重复已判定不是同一人';
comment on column duplicate_verdict.county_id is '县';
comment on column duplicate_verdict.left_id is '一人（编号小者）';
comment on column duplicate_verdict.right_id is '另一人';
comment on column duplicate_verdict.reason is '理由';
comment on column duplicate_verdict.decided_at is '判定时间';
comment on column duplicate_verdict.decided_by is '谁判定';

create table hold (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  person_id uuid not null,
  reason text not null,
  change_id uuid,
  held_at timestamptz not null,
  held_on date not null,
  held_by text not null,
  due_on date,
  released_at timestamptz,
  released_by text,
  release_reason text,
  primary key (county_id, id),
  foreign key (county_id, person_id) references person (county_id, id)
);
create index hold_open on hold (county_id, division_id) where released_at is null;
comment on table hold is '缓发：有疑问先停，限期核实';
comment on column hold.county_id is '县';
comment on column hold.id is '编号';
comment on column hold.division_id is '乡镇';
comment on column hold.person_id is '谁';
comment on column hold.reason is '缘由';
comment on column hold.change_id is '待核的变更';
comment on column hold.held_at is '登记时间';
comment on column hold.held_on is '办公日';
comment on column hold.held_by is '谁登记';
comment on column hold.due_on is '核实期限';
comment on column hold.released_at is '解除时间';
comment on column hold.released_by is '谁解除';
comment on column hold.release_reason is '解除理由';

create table change_request (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  person_id uuid,
  record_kind text not null,
  record_id uuid not null,
  record_version int not null,
  change_type text not null check (change_type in ('correct', 'death', 'move', 'sentence', 'stop', 'void')),
  cells jsonb not null,
  reason text not null,
  paper_id uuid,
  asked_at timestamptz not null,
  asked_on date not null,
  asked_by text not null,
  asked_by_id text not null,
  state text not null check (state in ('waiting', 'accepted', 'rejected')),
  decided_at timestamptz,
  decided_by text,
  decided_reason text,
  primary key (county_id, id)
);
create unique index change_request_waiting on change_request (county_id, record_kind, record_id) where state = 'waiting';
create index change_request_division on change_request (county_id, division_id, state);
comment on table change_request is '变更待核：影响发放的更正由第二人核实后才生效';
comment on column change_request.county_id is '县';
comment on column change_request.id is '编号';
comment on column change_request.division_id is '乡镇';
comment on column change_request.person_id is '谁';
comment on column change_request.record_kind is '哪类记录';
comment on column change_request.record_id is '哪条记录';
comment on column change_request.record_version is '提出时的版本';
comment on column change_request.change_type is '更正、去世、迁出、服刑、停发或作废';
comment on column change_request.cells is '新值（密列为密文）';
comment on column change_request.reason is '理由';
comment on column change_request.paper_id is '依据';
comment on column change_request.asked_at is '提出时间';
comment on column change_request.asked_on is '办公日';
comment on column change_request.asked_by is '提出人';
comment on column change_request.asked_by_id is '提出人编号';
comment on column change_request.state is '状态';
comment on column change_request.decided_at is '核定时间';
comment on column change_request.decided_by is '核定人';
comment on column change_request.decided_reason is '核定意见';

create table report_draft (
  county_id int not null,
  division_id uuid not null,
  year int not null,
  version int not null,
  body jsonb not null,
  state text not null check (state in ('draft', 'sent', 'signed')),
  saved_at timestamptz not null,
  saved_by text not null,
  sent_at timestamptz,
  sent_by text,
  primary key (county_id, division_id, year)
);
comment on table report_draft is '年度总结的文稿';
comment on column report_draft.county_id is '县';
comment on column report_draft.division_id is '乡镇';
comment on column report_draft.year is '年度';
comment on column report_draft.version is '版本，存一次加一';
comment on column report_draft.body is '文稿：句子和其中的数';
comment on column report_draft.state is '草稿、已送签、已签发';
comment on column report_draft.saved_at is '保存时间';
comment on column report_draft.saved_by is '保存人';
comment on column report_draft.sent_at is '送签时间';
comment on column report_draft.sent_by is '送签人';

create table signing (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  year int not null,
  as_of date not null,
  body jsonb not null,
  body_hash bytea not null,
  signed_at timestamptz not null,
  signed_on date not null,
  signed_by text not null,
  signed_by_id text not null,
  method text not null check (method in ('pass_code', 'paper')),
  paper_id uuid,
  primary key (county_id, id)
);
create index signing_year on signing (county_id, division_id, year);
comment on table signing is '签发：文稿、数值和记录集一并冻结，只增不改';
comment on column signing.county_id is '县';
comment on column signing.id is '编号';
comment on column signing.division_id is '乡镇';
comment on column signing.year is '年度';
comment on column signing.as_of is '截至日';
comment on column signing.body is '签发的文稿';
comment on column signing.body_hash is '文稿散列';
comment on column signing.signed_at is '签发时间';
comment on column signing.signed_on is '办公日';
comment on column signing.signed_by is '签发人';
comment on column signing.signed_by_id is '签发人编号';
comment on column signing.method is '口令或纸质';
comment on column signing.paper_id is '纸质签发的扫描件';

create table signing_figure (
  county_id int not null,
  signing_id uuid not null,
  code text not null,
  name text not null,
  value jsonb,
  unit text not null,
  record_count int not null,
  unevidenced int not null,
  set_hash bytea not null,
  primary key (county_id, signing_id, code),
  foreign key (county_id, signing_id) references signing (county_id, id)
);
comment on table signing_figure is '冻结的数';
comment on column signing_figure.county_id is '县';
comment on column signing_figure.signing_id is '哪次签发';
comment on column signing_figure.code is '指标';
comment on column signing_figure.name is '指标名';
comment on column signing_figure.value is '数值';
comment on column signing_figure.unit is '单位';
comment on column signing_figure.record_count is '记录数';
comment on column signing_figure.unevidenced is '未佐证数';
comment on column signing_figure.set_hash is '记录集散列';

create table signing_item (
  county_id int not null,
  signing_id uuid not null,
  code text not null,
  record_kind text not null,
  record_id uuid not null,
  version int not null,
  contribution text not null,
  primary key (county_id, signing_id, code, record_kind, record_id),
  foreign key (county_id, signing_id) references signing (county_id, id)
);
comment on table signing_item is '冻结的数由哪些记录组成';
comment on column signing_item.county_id is '县';
comment on column signing_item.signing_id is '哪次签发';
comment on column signing_item.code is '指标';
comment on column signing_item.record_kind is '哪类记录';
comment on column signing_item.record_id is '哪条记录';
comment on column signing_item.version is '当时的版本';
comment on column signing_item.contribution is '贡献多少';

create table task_delay (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  task_key text not null,
  until_on date not null,
  reason text not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (county_id, id)
);
comment on table task_delay is '首页任务的「改天」';
comment on column task_delay.county_id is '县';
comment on column task_delay.id is '编号';
comment on column task_delay.division_id is '乡镇';
comment on column task_delay.task_key is '哪项任务';
comment on column task_delay.until_on is '改到哪天';
comment on column task_delay.reason is '理由';
comment on column task_delay.set_at is '设定时间';
comment on column task_delay.set_by is '设定人';
