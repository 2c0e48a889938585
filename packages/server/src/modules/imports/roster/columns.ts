import type { ColumnDef, KindDef } from '../../../platform/contract/kind.ts';
import type { RosterKind } from '../../checks/index.ts';

const NAME: ColumnDef = {
  ...{ header: '姓名', field: 'name', type: 'text', required: true },
  aliases: [
    ...['名字', '人员姓名', '对象姓名', '死者姓名', '逝者姓名', '死亡人员姓名', '服刑人员姓名', '罪犯姓名'],
    ...['参保人姓名', '参保人员姓名', '领取人', '领取人姓名', '待遇领取人', '保障对象', '保障对象姓名'],
  ],
};

const IDENTITY: ColumnDef = {
  ...{ header: '身份证号', field: 'identity', type: 'identity' },
  aliases: [
    ...['身份证', '身份证号码', '公民身份号码', '公民身份证号', '公民身份证号码', '居民身份证号', '证件号'],
    ...['证件号码', '身份证件号码', '社会保障号码', '社会保障号', '死者身份证号', '死亡人员身份证号'],
  ],
};

const BORN: ColumnDef = {
  ...{ header: '出生日期', field: 'born_on', type: 'day' },
  aliases: ['出生年月日', '出生时间', '生日'],
};

interface DayWords {
  readonly header: string;
  readonly aliases: readonly string[];
}

const DIED: DayWords = { header: '死亡日期', aliases: ['死亡时间', '去世日期', '去世时间', '逝世日期'] };

/** The days a list of each kind tells, the one that counts first. */
const DAYS: Readonly<Record<RosterKind, readonly DayWords[]>> = {
  火化: [DIED, { header: '火化日期', aliases: ['火化时间', '日期'] }],
  户籍注销: [DIED, { header: '注销日期', aliases: ['注销时间', '户口注销日期', '销户日期', '日期'] }],
  服刑: [
    { header: '判决生效日期', aliases: ['判决日期', '生效日期', '判决生效时间'] },
    { header: '入狱日期', aliases: ['入监日期', '入狱时间', '收监日期', '刑期起日', '起刑日期', '日期'] },
  ],
  低保特困: [{ header: '享受日期', aliases: ['审批日期', '起始日期', '认定日期', '享受起始日期', '日期'] }],
  养老金: [
    { header: '领取日期', aliases: ['待遇领取日期', '待遇开始日期', '开始领取日期', '享受日期', '日期'] },
    { header: '退休日期', aliases: ['退休时间'] },
  ],
};

/** Fields of the days, in the order in which they count. */
export const DAY_FIELDS = ['day_1', 'day_2'] as const;

/** How a list of a kind is read: as a sheet of the workbook is, by the names of its columns. */
export function rosterSheet(kind: RosterKind): KindDef {
  const days = DAYS[kind].map(
    (words, index): ColumnDef => ({ ...words, field: DAY_FIELDS[index] ?? '', type: 'day' }),
  );
  const columns = [NAME, IDENTITY, BORN, ...days];
  return { kind: 'roster', sheet: kind, table: 'roster', columns, key: ['name'] };
}
