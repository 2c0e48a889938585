-- How it is paid: accounts, batches with their steps, lines, claims, bank files, and closed months.
create table pay_account (
  county_id int not null,
  id uuid not null,
  version int not null check (version > 0),
  division_id uuid not null,
  person_id uuid not null,
  holder text not null check (holder in ('self', 'other')),
  holder_name text not null,
  relation text,
  bank_name text,
  account_sealed bytea not null,
  account_hash bytea not null,
  paper_id uuid,
  origin text not null check (origin in ('import', 'screen')),
  state text not null check (state in ('live', 'ended')),
  reason text,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  since date not null,
  primary key (county_id, id, version),
  foreign key (county_id, person_id) references person (county_id, id)
);
create index pay_account_person on pay_account (county_id, person_id);
create index pay_account_hash on pay_account (county_id, account_hash);
comment on table pay_account is '收款账户：每改一次一个版本，只增不改';
comment on column pay_account.county_id is '县';
comment on column pay_account.id is '编号';
comment on column pay_account.version is '第几版';
comment on column pay_account.division_id is '乡镇';
comment on column pay_account.person_id is '谁的待遇';
comment on column pay_account.holder is '本人或他人';
comment on column pay_account.holder_name is '户名';
comment on column pay_account.relation is '与本人关系';
comment on column pay_account.bank_name is '开户行';
comment on column pay_account.account_sealed is '账号（加密）';
comment on column pay_account.account_hash is '账号（键控散列）';
comment on column pay_account.paper_id is '卡片照片或委托书';
comment on column pay_account.origin is '来自导入或录入';
comment on column pay_account.state is '在用或停用';
comment on column pay_account.reason is '理由';
comment on column pay_account.actor_id is '谁办（编号）';
comment on column pay_account.actor_name is '谁办（姓名）';
comment on column pay_account.at is '时间';
comment on column pay_account.since is '从哪天起用';

create table batch (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  number text not null,
  command_key uuid not null,
  kind text not null,
  channel text not null check (channel in ('bank', 'cash', 'goods')),
  pay_month int not null,
  through_month int not null,
  primary key (county_id, id),
  unique (county_id, command_key),
  unique (county_id, division_id, number),
  foreign key (county_id, division_id) references division (county_id, id)
);
create index batch_month on batch (county_id, division_id, pay_month);
comment on table batch is '发放批次';
comment on column batch.county_id is '县';
comment on column batch.id is '编号';
comment on column batch.division_id is '哪个单位的批次';
comment on column batch.number is '批次号';
comment on column batch.command_key is '指令号：同一指令只办一次';
comment on column batch.kind is '抚恤补助，或一次性款项';
comment on column batch.channel is '银行、现金、实物';
comment on column batch.pay_month is '发放月';
comment on column batch.through_month is '发到哪个所属月';

create table batch_event (
  county_id int not null,
  batch_id uuid not null,
  seq int not null check (seq > 0),
  round int not null check (round > 0),
  state text not null check (state in ('opened', 'submitted', 'reviewed', 'approved', 'sent_back', 'exported', 'closed', 'cancelled')),
  level text not null check (level in ('township', 'county')),
  method text not null check (method in ('pass_code', 'paper')),
  signer text,
  paper_id uuid,
  line_count int not null,
  total_fen bigint not null,
  content_hash bytea not null,
  reason text,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  office_day date not null,
  primary key (county_id, batch_id, seq),
  foreign key (county_id, batch_id) references batch (county_id, id)
);
create unique index batch_four_eyes on batch_event (county_id, batch_id, round, actor_id)
  where state in ('submitted', 'reviewed', 'approved') and method = 'pass_code';
comment on table batch_event is '批次的每一步：生成、提交、复核、批准、退回、导出、办结、作废';
comment on column batch_event.county_id is '县';
comment on column batch_event.batch_id is '批次';
comment on column batch_event.seq is '第几步';
comment on column batch_event.round is '第几轮：退回修改一次加一';
comment on column batch_event.state is '到了哪一步';
comment on column batch_event.level is '哪一级办';
comment on column batch_event.method is '口令或纸质签批';
comment on column batch_event.signer is '纸质签批的签字人';
comment on column batch_event.paper_id is '签好的扫描件';
comment on column batch_event.line_count is '笔数';
comment on column batch_event.total_fen is '合计（分）';
comment on column batch_event.content_hash is '内容散列';
comment on column batch_event.reason is '理由';
comment on column batch_event.actor_id is '谁办（编号）';
comment on column batch_event.actor_name is '谁办（姓名）';
comment on column batch_event.at is '时间';
comment on column batch_event.office_day is '办公日';

create table pay_line (
  county_id int not null,
  id uuid not null,
  batch_id uuid not null,
  division_id uuid not null,
  ordinal int not null,
  person_id uuid not null,
  account_id uuid,
  account_version int,
  fen bigint not null check (fen >= 0),
  facts_seq bigint not null,
  reissue_of uuid,
  content_hash bytea not null,
  primary key (county_id, id),
  foreign key (county_id, batch_id) references batch (county_id, id),
  foreign key (county_id, person_id) references person (county_id, id),
  foreign key (county_id, account_id, account_version) references pay_account (county_id, id, version)
);
create unique index pay_line_once on pay_line (county_id, batch_id, person_id, coalesce(account_id, person_id));
create index pay_line_person on pay_line (county_id, person_id);
comment on table pay_line is '发放明细：一人一账户一笔';
comment on column pay_line.county_id is '县';
comment on column pay_line.id is '编号';
comment on column pay_line.batch_id is '批次';
comment on column pay_line.division_id is '乡镇';
comment on column pay_line.ordinal is '第几笔';
comment on column pay_line.person_id is '谁';
comment on column pay_line.account_id is '收款账户';
comment on column pay_line.account_version is '账户版本';
comment on column pay_line.fen is '本次（分）；0 为全部抵扣';
comment on column pay_line.facts_seq is '生成时的事实序号';
comment on column pay_line.reissue_of is '重发哪一笔';
comment on column pay_line.content_hash is '内容散列';

create table claim (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  person_id uuid not null,
  accrual_id uuid not null,
  fen bigint not null check (fen > 0),
  on_day date not null,
  primary key (county_id, id),
  unique (county_id, accrual_id),
  foreign key (county_id, accrual_id) references accrual (county_id, id),
  foreign key (county_id, person_id) references person (county_id, id)
);
create index claim_person on claim (county_id, person_id);
comment on table claim is '追回：多发的钱，一行应发冲减对一笔';
comment on column claim.county_id is '县';
comment on column claim.id is '编号';
comment on column claim.division_id is '乡镇';
comment on column claim.person_id is '谁';
comment on column claim.accrual_id is '哪行冲减';
comment on column claim.fen is '应追（分）';
comment on column claim.on_day is '立账日';

create table claim_step (
  county_id int not null,
  claim_id uuid not null,
  seq int not null check (seq > 0),
  step text not null check (step in ('notice', 'plan')),
  monthly_cap_fen bigint,
  from_month int,
  paper_id uuid,
  reason text,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  office_day date not null,
  primary key (county_id, claim_id, seq),
  foreign key (county_id, claim_id) references claim (county_id, id)
);
comment on table claim_step is '追回的告知和计划：每步一行';
comment on column claim_step.county_id is '县';
comment on column claim_step.claim_id is '追回';
comment on column claim_step.seq is '第几步';
comment on column claim_step.step is '告知书送达，或还款计划';
comment on column claim_step.monthly_cap_fen is '每月至多扣（分）';
comment on column claim_step.from_month is '从哪个月起';
comment on column claim_step.paper_id is '告知书或协议';
comment on column claim_step.reason is '说明';
comment on column claim_step.actor_id is '谁办（编号）';
comment on column claim_step.actor_name is '谁办（姓名）';
comment on column claim_step.at is '时间';
comment on column claim_step.office_day is '办公日';

create table recovery (
  county_id int not null,
  id uuid not null,
  division_id uuid not null,
  claim_id uuid not null,
  fen bigint not null check (fen > 0),
  kind text not null check (kind in ('offset', 'cash', 'write_off', 'undone')),
  undoes uuid,
  receipt_no text,
  paper_id uuid,
  reason text,
  on_day date not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, undoes),
  foreign key (county_id, claim_id) references claim (county_id, id)
);
create index recovery_claim on recovery (county_id, claim_id);
comment on table recovery is '追回入账：抵扣、现金、核销、撤回';
comment on column recovery.county_id is '县';
comment on column recovery.id is '编号';
comment on column recovery.division_id is '乡镇';
comment on column recovery.claim_id is '追回';
comment on column recovery.fen is '金额（分）';
comment on column recovery.kind is '方式';
comment on column recovery.undoes is '撤回哪一笔';
comment on column recovery.receipt_no is '收据号';
comment on column recovery.paper_id is '凭证';
comment on column recovery.reason is '理由';
comment on column recovery.on_day is '入账日';
comment on column recovery.actor_id is '谁办（编号）';
comment on column recovery.actor_name is '谁办（姓名）';
comment on column recovery.at is '时间';

create table line_item (
  county_id int not null,
  line_id uuid not null,
  item_no int not null,
  fen bigint not null,
  accrual_id uuid,
  attempt int,
  recovery_id uuid,
  primary key (county_id, line_id, item_no),
  check (num_nonnulls(accrual_id, recovery_id) = 1),
  check ((accrual_id is null) = (attempt is null)),
  unique (county_id, accrual_id, attempt),
  unique (county_id, recovery_id),
  foreign key (county_id, line_id) references pay_line (county_id, id),
  foreign key (county_id, accrual_id) references accrual (county_id, id),
  foreign key (county_id, recovery_id) references recovery (county_id, id)
);
comment on table line_item is '一笔里的每一行：哪行应发，或哪笔抵扣';
comment on column line_item.county_id is '县';
comment on column line_item.line_id is '哪笔';
comment on column line_item.item_no is '第几行';
comment on column line_item.fen is '金额（分），抵扣为负';
comment on column line_item.accrual_id is '应发行';
comment on column line_item.attempt is '第几次发这行应发';
comment on column line_item.recovery_id is '抵扣';

create table bank_file (
  county_id int not null,
  id uuid not null,
  batch_id uuid not null,
  direction text not null check (direction in ('out', 'in')),
  layout text not null,
  file_sha256 bytea not null,
  file_name text not null,
  rows int not null,
  total_fen bigint not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  office_day date not null,
  primary key (county_id, id),
  foreign key (county_id, batch_id) references batch (county_id, id)
);
create index bank_file_batch on bank_file (county_id, batch_id);
comment on table bank_file is '银行文件：送出的和收回的，先存后出';
comment on column bank_file.county_id is '县';
comment on column bank_file.id is '编号';
comment on column bank_file.batch_id is '批次';
comment on column bank_file.direction is '送出或收回';
comment on column bank_file.layout is '格式';
comment on column bank_file.file_sha256 is '文件散列';
comment on column bank_file.file_name is '文件名';
comment on column bank_file.rows is '笔数';
comment on column bank_file.total_fen is '合计（分）';
comment on column bank_file.actor_id is '谁办（编号）';
comment on column bank_file.actor_name is '谁办（姓名）';
comment on column bank_file.at is '时间';
comment on column bank_file.office_day is '办公日';

create table line_event (
  county_id int not null,
  line_id uuid not null,
  seq int not null check (seq > 0),
  state text not null check (state in ('held', 'released', 'in_file', 'paid', 'returned', 'taken_back', 'cancelled')),
  code text,
  reason text,
  file_id uuid,
  file_row int,
  on_day date not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, line_id, seq),
  unique (county_id, file_id, file_row, state),
  foreign key (county_id, line_id) references pay_line (county_id, id),
  foreign key (county_id, file_id) references bank_file (county_id, id)
);
comment on table line_event is '一笔的每一步：缓发、放行、送银行、到账、退回、冲回、作废';
comment on column line_event.county_id is '县';
comment on column line_event.line_id is '哪笔';
comment on column line_event.seq is '第几步';
comment on column line_event.state is '到了哪一步';
comment on column line_event.code is '缓发或退回的缘由代号';
comment on column line_event.reason is '理由';
comment on column line_event.file_id is '银行文件';
comment on column line_event.file_row is '文件第几行';
comment on column line_event.on_day is '日子';
comment on column line_event.actor_id is '谁办（编号）';
comment on column line_event.actor_name is '谁办（姓名）';
comment on column line_event.at is '时间';

create table exception_answer (
  county_id int not null,
  batch_id uuid not null,
  key text not null,
  seq int not null check (seq > 0),
  answer text not null check (answer in ('pay', 'hold')),
  reason text not null,
  facts_hash bytea not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (county_id, batch_id, key, seq),
  foreign key (county_id, batch_id) references batch (county_id, id)
);
comment on table exception_answer is '例外的答复：照发或缓发，写明理由';
comment on column exception_answer.county_id is '县';
comment on column exception_answer.batch_id is '批次';
comment on column exception_answer.key is '哪个例外';
comment on column exception_answer.seq is '第几次答';
comment on column exception_answer.answer is '照发或缓发';
comment on column exception_answer.reason is '理由';
comment on column exception_answer.facts_hash is '答时的事实：变了就要重答';
comment on column exception_answer.actor_id is '谁办（编号）';
comment on column exception_answer.actor_name is '谁办（姓名）';
comment on column exception_answer.at is '时间';

create table period_close (
  county_id int not null,
  division_id uuid not null,
  month int not null,
  balance jsonb not null,
  set_hash bytea not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  office_day date not null,
  primary key (county_id, division_id, month),
  foreign key (county_id, division_id) references division (county_id, id)
);
comment on table period_close is '结账：一个月的试算平衡，结了不再改';
comment on column period_close.county_id is '县';
comment on column period_close.division_id is '单位';
comment on column period_close.month is '月份';
comment on column period_close.balance is '试算平衡';
comment on column period_close.set_hash is '所结各行的散列';
comment on column period_close.actor_id is '谁办（编号）';
comment on column period_close.actor_name is '谁办（姓名）';
comment on column period_close.at is '时间';
comment on column period_close.office_day is '办公日';

-- One source row is one debit and one credit: the books balance by construction.
create view ledger as
  select county_id, division_id, person_id,
      greatest(posted_on, make_date(posted_month / 12, posted_month % 12 + 1, 1)) as on_day, case when fen > 0 then 'expense:' || fund else 'payable' end as debit,
      case when fen > 0 then 'payable' else 'expense:' || fund end as credit, abs(fen) as fen
    from accrual
  union all
  select county_id, division_id, person_id, on_day, 'claim', 'payable', fen from claim
  union all
  select r.county_id, r.division_id, c.person_id, greatest(r.on_day, o.day),
      case when r.kind = 'undone' then 'claim' else x.account end, case when r.kind = 'undone' then x.account else 'claim' end, r.fen
    from recovery r join claim c on c.county_id = r.county_id and c.id = r.claim_id
      left join recovery u on u.county_id = r.county_id and u.id = r.undoes
      cross join lateral (select case coalesce(u.kind, r.kind) when 'cash' then 'bank' when 'write_off' then 'loss'
        else 'payable' end as account) x
      cross join lateral (select max(make_date((p.month + 1) / 12, (p.month + 1) % 12 + 1, 1)) as day from period_close p
        where p.county_id = r.county_id and p.division_id = r.division_id and p.at < r.at) o
  union all
  select l.county_id, l.division_id, l.person_id, greatest(e.on_day, o.day),
      case e.state when 'in_file' then 'payable' when 'taken_back' then 'bank' else 'transit' end,
      case e.state when 'in_file' then 'transit' when 'paid' then 'bank' else 'payable' end, l.fen
    from line_event e join pay_line l on l.county_id = e.county_id and l.id = e.line_id
      cross join lateral (select max(make_date((p.month + 1) / 12, (p.month + 1) % 12 + 1, 1)) as day from period_close p
        where p.county_id = l.county_id and p.division_id = l.division_id and p.at < e.at) o
    where e.state in ('in_file', 'paid', 'returned', 'taken_back') and l.fen > 0;
comment on view ledger is '复式账：每行一借一贷；结账以后才记的，日子算到下一个没有结账的月份';
