const ACTIONS: Readonly<Record<string, string>> = {
  'audit.byPerson': '按人查了日志',
  'backup.make': '做了备份',
  'backup.drill': '做了恢复演练',
  'backup.take': '取走了一份备份',
  'check.decide': '处理了自查结果',
  'batch.answer': '答复了批次的例外',
  'batch.approved': '批准了批次',
  'batch.cancelled': '撤回了批次',
  'batch.closed': '办结了批次',
  'batch.exported': '导出了银行文件',
  'batch.opened': '生成了批次',
  'batch.release': '放行了缓发的一笔',
  'batch.result': '收了银行结果',
  'batch.reviewed': '复核通过了批次',
  'batch.sent_back': '退回了批次',
  'batch.spotCall': '记了一个发后抽查电话',
  'batch.submitted': '提交了批次',
  'change.accepted': '核实了变更',
  'change.prove': '挂上了变更的依据',
  'change.rejected': '退回了变更',
  'claim.cash': '收了追回款',
  'claim.notice': '登记了追回告知',
  'claim.plan': '定了还款计划',
  'claim.raise': '把多发的列入追回',
  'claim.undo': '撤回了一笔追回入账',
  'claim.writeOff': '核销了一笔追回',
  'division.create': '建了单位',
  'division.rename': '改了单位名称',
  'division.year': '记了单位年度情况',
  'export.workbook': '导出了台账',
  'figure.export': '导出了一个数的来源',
  'import.file': '导入了一个文件',
  'import.undo': '撤回了一次导入',
  'ledger.close': '结了一个月的账',
  'ledger.run': '记了账',
  'ledger.start': '写明了台账首月',
  'paper.add': '收了一份材料',
  'paper.fill': '放进了材料的文件',
  'paper.link': '挂上材料',
  'paper.unlink': '取下材料',
  'passcode.set': '换了口令',
  'person.change': '登记了变更',
  'person.correct': '更正了身份',
  'person.death': '登记了去世',
  'person.distinct': '认定不是一个人',
  'person.look': '看了人员档案',
  'person.merge': '并为一个人',
  'person.move': '登记了迁出',
  'person.open': '看了人员档案',
  'person.reveal': '看了遮住的号码',
  'person.sentence': '登记了判刑',
  'person.stop': '登记了停发',
  'person.unmerge': '拆回两个人',
  'person.void': '请求作废一项待遇',
  'record.correct': '更正了记录',
  'record.create': '新增了记录',
  'record.restore': '恢复了记录',
  'record.void': '作废了记录',
  'roster.compare': '拿名册比对过',
  'roster.void': '作废了一次名册比对',
  'report.compose': '生成了年度总结初稿',
  'report.export': '导出了年度总结',
  'report.save': '存了年度总结',
  'report.send': '送签了年度总结',
  'report.sign': '签发了年度总结',
  'report.return': '退回了年度总结',
  'role.end': '收回了角色',
  'role.grant': '给了角色',
  'session.lock': '连续输错口令，锁了 15 分钟',
  'setting.set': '改了参数',
  'user.create': '添了用户',
  verify: '核对了数据',
};

/** What was done, in words; an action without words stands as it is written. */
export function actionWords(action: string): string {
  return ACTIONS[action] ?? action;
}

const OTHER_KINDS: Readonly<Record<string, string>> = {
  batch: '批次',
  claim: '追回',
  division: '单位',
  figure: '数',
  import: '导入',
  paper: '材料',
  person: '人员',
  report: '年度总结',
  run: '记账',
  setting: '参数',
  user: '用户',
};

/** What kind of thing it was done to: a sheet's name for a ledger's record. */
export function kindWords(kind: string | null, sheets: ReadonlyMap<string, string>): string {
  if (kind === null) return '—';
  return sheets.get(kind) ?? OTHER_KINDS[kind] ?? kind;
}

const FACTS: Readonly<Record<string, string>> = {
  code: '代码',
  count: '条数',
  effectiveFrom: '从',
  field: '栏',
  fields: '栏',
  files: '材料',
  findings: '发现',
  how: '方式',
  name: '名称',
  number: '批次号',
  reason: '理由',
  role: '角色',
  rows: '行',
  sheet: '表',
  title: '题名',
  year: '年度',
};

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueWords).join('、');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** The facts of a line as one sentence; what has no word of its own is left to the panel. */
export function detailWords(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return '';
  return Object.entries(detail)
    .filter(([name, value]) => FACTS[name] !== undefined && value !== null && valueWords(value) !== '')
    .map(([name, value]) => `${FACTS[name]} ${valueWords(value)}`)
    .join('　');
}

/** `2018-01-05T02:03:04Z` as the office's clock shows it. */
export function clockTime(at: string): string {
  const there = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return `${there.slice(0, 10)} ${there.slice(11, 19)}`;
}
