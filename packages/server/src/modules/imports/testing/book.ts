import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Day } from '@shuangyong/values';
import type { Ctx, Keys } from '../../../kernel/context.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { type WriteSheet, type WriteValue, writeSheets } from '../../../platform/workbook/index.ts';
import { paperKind } from '../../archive/index.ts';
import { aidCaseKind, visitKind } from '../../care/index.ts';
import { conscriptKind, fundKind, paidLineKind } from '../../disbursement/index.ts';
import { villageKind } from '../../divisions/index.ts';
import { activityKind, groupMemberKind, meetingKind, publicityKind } from '../../records/index.ts';
import { spellKind } from '../../registry/index.ts';
import { benefitKind } from '../../support/index.ts';

export const TEST_KINDS: readonly KindDef[] = [
  villageKind,
  spellKind,
  paidLineKind,
  conscriptKind,
  groupMemberKind,
  meetingKind,
  fundKind,
  publicityKind,
  activityKind,
  visitKind,
  aidCaseKind,
  benefitKind,
  paperKind,
];

type Rows = readonly (readonly WriteValue[])[];

export async function writeBook(sheets: readonly WriteSheet[]): Promise<Buffer> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  await writeSheets(sheets, stream);
  return bytes;
}

/** A workbook of rows as people type them: the first row of each sheet is its header. */
export function book(sheets: Readonly<Record<string, Rows>>): Promise<Buffer> {
  return writeBook(
    Object.entries(sheets).map(([name, [header = [], ...rows]]) => ({
      name,
      columns: header.map((text) => ({ header: String(text) })),
      rows,
    })),
  );
}

export const UNIT: Rows = [
  ['行政区划代码', '名称', '上级名称', '年度', '人口'],
  ['341524199', '示例镇', '示例县', 2017, 20_000],
];
export const VILLAGES: Rows = [['名称'], ['河湾村'], ['松坪村']];

export const ROLL_HEADER = [
  '姓名',
  '身份证号',
  '村(社区)',
  '对象类别',
  '享受起始年月',
  '停止年月',
  '联系电话',
  '备注',
];

/** People of tests; all synthetic. */
export const PEOPLE = [
  ['王练习', '341524194603150012'],
  ['李练习', '341524194507254110'],
  ['赵练习', '341524195005203115'],
] as const;

export function testCtx(keys: Keys, may: Ctx['may'] = () => true): Ctx {
  return {
    actor: { kind: 'operator', id: 'test', name: '测试' },
    now: Date.now(),
    today: '2018-01-05' as Day,
    may,
    keys,
  };
}
