import { firstDay, lastDay } from '@shuangyong/values';
import type { WriteSheet, WriteValue } from '../../platform/workbook/index.ts';
import { callsIn, listRosters, type SpotAnswer } from '../checks/index.ts';
import { type DossierScope, identityFor, yuan } from './scope.ts';

const number = 'number' as const;

/** 名册比对: every list that was held against the roll in the months, with how many it named. */
export async function rosterSheet(scope: DossierScope): Promise<WriteSheet> {
  const [from, to] = [firstDay(scope.from), lastDay(scope.to)];
  const rosters = (await listRosters(scope.tx, scope)).filter(({ day }) => day >= from && day <= to);
  const columns = [
    ...[{ header: '哪天比', kind: 'day' as const }, { header: '名册' }, { header: '文件', width: 30 }],
    { header: '文件散列', kind: 'code' as const, width: 66 },
    ...['行数', '读不出的行', '完全一致', '像是同一人', '不在册'].map((header) => ({ header, kind: number })),
    ...[{ header: '谁比的' }, { header: '作废的原因', width: 30 }],
  ];
  const rows = rosters.map((one): readonly WriteValue[] => [
    ...[one.day, one.kind, one.fileName, one.sha256, one.rows, one.refused, one.same, one.like, one.absent],
    ...[one.by, one.voidedBecause],
  ]);
  return { name: '名册比对', columns, rows };
}

const ANSWERS: Readonly<Record<SpotAnswer, string>> = {
  agrees: '对得上',
  differs: '对不上',
  notReceived: '没收到',
  unreached: '没联系上',
};

/** 发后抽查: whom the office called about lines of the months, under which seed, and what each said last. */
export async function callSheet(scope: DossierScope): Promise<WriteSheet> {
  const calls = await callsIn(scope.tx, scope, scope.from, scope.to);
  const columns = [
    ...[{ header: '批次号' }, { header: '流水号', kind: 'code' as const, width: 40 }, { header: '姓名' }],
    ...[
      { header: '身份证号', kind: 'code' as const, width: 22 },
      { header: '发了（元）', kind: 'money' as const },
    ],
    ...[{ header: '本人怎么说' }, { header: '说收到（元）', kind: 'money' as const }],
    ...[{ header: '哪天打的', kind: 'day' as const }, { header: '谁打的' }, { header: '说明', width: 30 }],
    { header: '抽样种子', width: 20 },
  ];
  const rows = calls.map((one): readonly WriteValue[] => [
    ...[one.number, one.lineId, one.name, identityFor(scope, one.identitySealed), yuan(one.fen)],
    ...[ANSWERS[one.answer], yuan(one.toldFen), one.calledOn, one.by, one.remark, one.seed],
  ]);
  return { name: '发后抽查', columns, rows };
}
