import { readFileSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { APPROVER, MAKER, REVIEWER, TOWN, testCli } from './testing.ts';

const { at, on, run, serve } = testCli();
const BATCH = ['--batch', 'PF-2018-01-01'];

const pay = (name: string, who: string | undefined, ...args: readonly string[]) =>
  run('pay', name, ...BATCH, ...args, ...(who === undefined ? [] : ['--as', who]));

beforeAll(async () => {
  on('2018-01-10');
  await run('sample');
  await serve();
}, 120_000);

test('a month of the sample: opened, through three hands to the bank and back, closed, and the next one takes what came back', async () => {
  const open = ['pay', 'open', '--division', TOWN, '--month', '2018-01'];
  expect((await run(...open)).refused).toBe('pass_code_missing');
  expect((await run(...open, '--as', REVIEWER)).refused).toBe('not_allowed');
  const opened = await run(...open, '--as', MAKER);
  expect(opened).toMatchObject({ state: 'opened', lines: 360, totalFen: 9_004_671, held: 0 });
  expect((await run(...open, '--as', MAKER)).refused).toBe('batch_open');
  const { jobs } = await run('jobs', '--division', TOWN);
  const title = '生成 2018-01 抚恤补助批次';
  expect(jobs).toMatchObject([
    { title, state: 'failed', cause: expect.stringContaining('PF-2018-01-01'), startedBy: MAKER },
    { title, state: 'done', cause: null },
  ]);
  const rerun = ['jobs', '--division', TOWN, '--rerun', jobs[0].id, '--as', MAKER];
  expect((await run(...rerun)).refused).toBe('batch_open');

  const shown = await pay('show', undefined);
  expect(shown).toMatchObject({ batch: opened.batch, hash: opened.hash, held: 0, lines: 360 });
  expect(shown.items).toHaveLength(360);
  for (const { person, items, fen } of shown.items) {
    expect(person).toEqual({ id: expect.any(String), name: expect.any(String), idTail: expect.any(String) });
    expect(items.reduce((sum: number, item: { fen: number }) => sum + item.fen, 0)).toBe(fen);
  }
  expect(shown.exceptions.map(({ code }: { code: string }) => code)).toEqual(['imported_unreviewed']);

  const hash = ['--hash', opened.hash];
  const stale = ['--hash', '0'.repeat(64)];
  expect((await pay('review', REVIEWER, ...hash)).refused).toBe('wrong_state');
  expect((await pay('submit', MAKER, ...stale)).refused).toBe('stale_hash');
  expect(await pay('submit', MAKER, ...hash)).toMatchObject({ state: 'submitted' });
  expect((await pay('review', MAKER, ...hash)).refused).toBe('not_allowed');
  expect(await pay('send-back', REVIEWER, ...hash)).toMatchObject({ state: 'sent_back' });
  expect(await pay('submit', MAKER, ...hash)).toMatchObject({ state: 'submitted' });
  expect(await pay('review', REVIEWER, ...hash)).toMatchObject({ state: 'reviewed' });
  expect((await pay('export', REVIEWER, '--out', at('early.xlsx'))).refused).toBe('wrong_state');
  expect(await pay('approve', APPROVER, ...hash)).toMatchObject({ state: 'approved', hash: opened.hash });

  expect((await pay('export', MAKER, '--out', at('bank.xlsx'))).refused).toBe('not_allowed');
  expect(await pay('export', REVIEWER, '--out', at('bank.xlsx'))).toMatchObject({ state: 'exported' });
  await pay('export', REVIEWER, '--out', at('again.xlsx'));
  expect(readFileSync(at('again.xlsx')).equals(readFileSync(at('bank.xlsx')))).toBe(true);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(at('bank.xlsx'));
  const heads = JSON.stringify(book.worksheets[0]?.getSheetValues());
  for (const { id } of shown.items) expect(heads).toContain(id);

  expect((await pay('close', REVIEWER)).refused).toBe('in_transit');
  const [first, ...others] = shown.items as readonly { id: string; fen: number }[];
  const rows = others.map(({ id }) => `${id},已到账,,2018-01-12`);
  const result = ['流水号,结果,原因,日期', `${first?.id},退回,户名不符,2018-01-12`, ...rows];
  writeFileSync(at('result.csv'), result.join('\n'));
  on('2018-01-15');
  const taken = await pay('result', REVIEWER, '--file', at('result.csv'));
  expect(taken.counts).toMatchObject({ paid: 359, returned: 1, returnedFen: first?.fen });
  expect((await pay('result', REVIEWER, '--file', at('result.csv'))).counts).toMatchObject({
    unchanged: 360,
  });
  writeFileSync(at('other.csv'), ['流水号,结果,原因,日期', `${first?.id},已到账,,2018-01-12`].join('\n'));
  expect((await pay('result', REVIEWER, '--file', at('other.csv'))).refused).toBe('result_contradicts');
  expect(await pay('close', REVIEWER)).toMatchObject({ state: 'closed' });
  expect(await run('verify')).toMatchObject({ ok: true, checked: { payLines: 360 } });

  on('2018-02-08');
  const next = await run('pay', 'open', '--division', TOWN, '--month', '2018-02', '--as', MAKER);
  const after = await run('pay', 'show', '--batch', next.batch);
  const again = after.items.find(({ reissueOf }: { reissueOf: string | null }) => reissueOf === first?.id);
  expect(again).toMatchObject({ months: '2018-01～2018-02' });
}, 180_000);

test('a township with imported payments has no first month to name', async () => {
  const start = ['pay', 'start', '--division', TOWN, '--month', '2018-01', '--reason', '试', '--as', MAKER];
  expect((await run(...start)).refused).toBe('already_posted');
});
