import { randomUUID } from 'node:crypto';
import { book, ROLL_HEADER } from '../../packages/server/src/modules/imports/testing/book.ts';
import { identityCheckDigit } from '../../packages/values/src/index.ts';
import type { Answer, Browser, Told } from './browser.ts';
import type { Hand } from './town.ts';
import { CODE } from './town.ts';

export type Browsers = Readonly<Record<Hand, Browser>>;

/** One month of a township as its office works through it: what each step sends, and what it must answer. */
export interface Life {
  readonly month: string;
  readonly commandKey: string;
  readonly workbook: Buffer;
  /** Filled in by the steps as they are answered. */
  batch: string;
  hash: string;
  dropped: string;
}

export type StepName = 'import' | 'open' | 'submit' | 'review' | 'approve' | 'export' | 'result' | 'close';

let serial = 0;

/** Somebody new for the roll; synthetic. */
function newPerson(): readonly string[] {
  serial += 1;
  const born = 1930 + Math.floor(serial / 1_000);
  const first17 = `341524${born}0315${String(serial % 1_000).padStart(3, '0')}`;
  return [`新某${serial}`, first17 + identityCheckDigit(first17), '河湾村', '参战退役人员', '2010-01'];
}

/** A month in which some new people are entered from a workbook. */
export async function lifeOf(month: string, newPeople = 5): Promise<Life> {
  const roll = [ROLL_HEADER, ...Array.from({ length: newPeople }, newPerson)];
  const unit = [
    ['行政区划代码', '名称', '上级名称', '年度', '人口'],
    [CODE.slice(0, 9), '练习镇', '练习县', 2018, 20_000],
  ];
  const meeting = [
    ['日期', '类型', '主题'],
    [`${month}-02`, '领导小组', `研究${month}发放`],
  ];
  const workbook = await book({ 单位: unit, 优抚对象: roll, 会议: meeting });
  return { month, commandKey: randomUUID(), workbook, batch: '', hash: '', dropped: '' };
}

const form = (field: string, bytes: Uint8Array, name: string) => {
  const data = new FormData();
  data.append(field, new File([new Uint8Array(bytes)], name));
  return data;
};

/** Puts the month's workbook into the inbox; nothing is imported yet. */
export async function drop({ maker }: Browsers, life: Life): Promise<void> {
  const told = await maker.send('POST', '/imports', form('files', life.workbook, `名册${life.month}.xlsx`));
  life.dropped = told.body.batch ?? '';
  if (told.status !== 201 || !life.dropped) throw new Error(`dropping: ${JSON.stringify(told)}`);
}

async function result({ reviewer }: Browsers, { batch }: Life): Promise<Told> {
  const { body } = await reviewer.send('GET', `/pay/batches/${batch}/lines?limit=200`);
  const sent = body.lines?.filter(({ state }) => state !== 'held') ?? [];
  const rows = sent.map(({ id }, at) => (at % 7 === 3 ? `${id},退回,账号不存在` : `${id},已到账,`));
  const file = Buffer.from(['流水号,结果,原因', ...rows].join('\n'));
  return reviewer.send('POST', `/pay/batches/${batch}/result`, form('file', file, '回执.csv'));
}

/** Keeps what was opened: the next steps are about it. */
export function keepBatch(life: Life, { batch = '', hash = '' }: Answer): void {
  [life.batch, life.hash] = [batch, hash];
}

/** Takes a step, in whoever's hand it is. Taken again it is the very same request. */
export function take(step: StepName, by: Browsers, life: Life): Promise<Told> {
  const { batch, hash, month, commandKey } = life;
  const onBatch = (who: Browser, what: string, body: unknown) =>
    who.send('POST', `/pay/batches/${batch}/${what}`, body);
  switch (step) {
    case 'import':
      return by.maker.send('POST', `/imports/${life.dropped}/confirm`, {});
    case 'open':
      return by.maker.send('POST', '/pay/batches', { commandKey, month });
    case 'submit':
      return onBatch(by.maker, 'submit', { hash });
    case 'review':
      return onBatch(by.reviewer, 'review', { hash });
    case 'approve':
      return onBatch(by.approver, 'approve', { hash });
    case 'export':
      return onBatch(by.reviewer, 'export', { layout: 'fixed' });
    case 'result':
      return result(by, life);
    case 'close':
      return onBatch(by.reviewer, 'close', {});
  }
}
