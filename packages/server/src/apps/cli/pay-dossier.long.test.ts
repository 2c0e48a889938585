import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { APPROVER, MAKER, REVIEWER, TOWN, testCli } from './testing.ts';

const { at, on, run, serve } = testCli();
const BATCH = ['--batch', 'PF-2018-01-01'];
const MONTHS = ['--division', TOWN, '--from', '2018-01', '--to', '2018-01'];
const WHY = ['--reason', '县审计局 2018 年抽查'];

const pay = (name: string, who: string, ...args: readonly string[]) =>
  run('pay', name, ...BATCH, ...args, '--as', who);

type Row = Readonly<Record<string, unknown>>;

async function sheetOf(file: string, name: string): Promise<readonly Row[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(at(file));
  const sheet = book.getWorksheet(name);
  const heads = ((sheet?.getRow(1).values ?? []) as readonly string[]).slice(1);
  return (sheet?.getRows(2, sheet.rowCount - 1) ?? []).map((row) =>
    Object.fromEntries(heads.map((head, index) => [head, row.getCell(index + 1).value])),
  );
}

const fenOf = (yuan: unknown) => Math.round(Number(yuan ?? 0) * 100);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

beforeAll(async () => {
  on('2018-01-10');
  await run('sample');
  await serve();
  const { hash } = await run('pay', 'open', '--division', TOWN, '--month', '2018-01', '--as', MAKER);
  await pay('submit', MAKER, '--hash', hash);
  await pay('review', REVIEWER, '--hash', hash);
  await pay('approve', APPROVER, '--hash', hash);
  await pay('export', REVIEWER, '--out', at('bank.xlsx'));
  const { items } = await run('pay', 'show', ...BATCH);
  const rows = items.map(({ id }: { id: string }, index: number) =>
    index === 0 ? `${id},退回,户名不符,2018-01-12` : `${id},已到账,,2018-01-12`,
  );
  writeFileSync(at('result.csv'), ['流水号,结果,原因,日期', ...rows].join('\n'));
  on('2018-01-15');
  await pay('result', REVIEWER, '--file', at('result.csv'));
  const list = new ExcelJS.Workbook();
  list.addWorksheet('名单').addRows([
    ['姓名', '出生日期', '火化日期'],
    ['某外人', '1931-02-03', '2018-01-02'],
  ]);
  await list.xlsx.writeFile(at('火化.xlsx'));
  await run('compare', '--division', TOWN, '--kind', '火化', at('火化.xlsx'));
}, 180_000);

test('an auditor reads the package with other programs: checksums, sums, reasons, and the draw agree', async () => {
  const made = await run('pay', 'dossier', ...MONTHS, ...WHY, '--seed', '审计-1', '--out', at('包.zip'));
  expect(made).toMatchObject({ batches: 1, lines: 360, sampled: 30, full: false });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(at('包.zip'))))) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), bytes);
  }
  const checked = execFileSync('sha256sum', ['-c', '校验.txt'], { cwd: at('.'), encoding: 'utf8' });
  expect(checked.trim().split('\n')).toHaveLength(made.files - 1);

  const [batch] = await sheetOf('1-发放明细.xlsx', '批次');
  const parts = ['已到账（元）', '退回（元）', '在途（元）', '未送银行（元）', '作废（元）'];
  expect(fenOf(batch?.['合计（元）'])).toBe(9_004_671);
  expect(sum(parts.map((part) => fenOf(batch?.[part])))).toBe(9_004_671);
  expect(fenOf(batch?.['退回（元）'])).toBeGreaterThan(0);

  const lines = await sheetOf('1-发放明细.xlsx', '发放明细');
  const items = await sheetOf('2-为什么是这个数.xlsx', '记账明细');
  expect(lines).toHaveLength(360);
  for (const line of lines) {
    const own = items.filter((item) => item.流水号 === line.流水号);
    expect(sum(own.map((item) => fenOf(item['本次记账（元）'])))).toBe(fenOf(line['本次（元）']));
  }

  const grounds = await sheetOf('2-为什么是这个数.xlsx', '依据');
  const told = new Map(grounds.map((ground) => [ground.依据号, ground]));
  for (const item of items) expect(told.get(item.依据号)?.为什么是这个数).toMatch(/民发|规则|条例|优抚/);
  const texts = readFileSync(at('2-依据原文.jsonl'), 'utf8').trim().split('\n');
  for (const one of texts.map((text) => JSON.parse(text))) expect(hashOf(one.text)).toBe(one.sha256);
  expect(new Set(texts.map((text) => JSON.parse(text).sha256))).toEqual(
    new Set(grounds.map((ground) => ground.原文散列)),
  );

  const order = lines
    .map(({ 流水号 }) => String(流水号))
    .sort((left, right) => (hashOf(`审计-1:${left}`) < hashOf(`审计-1:${right}`) ? -1 : 1));
  const drawn = await sheetOf('6-抽样名单.xlsx', '抽样名单');
  expect(drawn.map(({ 流水号 }) => 流水号)).toEqual(order.slice(0, 30));

  const steps = await sheetOf('3-手续.xlsx', '手续');
  expect(steps.map(({ 手续, 办理人 }) => [手续, 办理人])).toEqual([
    ['制作', MAKER],
    ['提交', MAKER],
    ['复核通过', REVIEWER],
    ['批准', APPROVER],
    ['导出银行文件', REVIEWER],
  ]);
  const tests = await sheetOf('4-自查结论.xlsx', '自查项目');
  expect(tests.length).toBeGreaterThan(10);
  const rosters = await sheetOf('4-自查结论.xlsx', '名册比对');
  expect(rosters).toMatchObject([{ 名册: '火化', 文件: '火化.xlsx', 行数: 1, 完全一致: 0, 不在册: 1 }]);
  expect(await sheetOf('4-自查结论.xlsx', '发后抽查')).toEqual([]);
  const log = await sheetOf('5-日志.xlsx', '日志');
  expect(log.map(({ 动作 }) => 动作)).toEqual(expect.arrayContaining(['batch.approved', 'dossier.make']));
}, 120_000);

test('numbers are masked unless asked in full; a reason is asked; months without payments give no package', async () => {
  const number = /\d{17}[\dX]/;
  const lines = await sheetOf('1-发放明细.xlsx', '发放明细');
  expect(lines.filter(({ 身份证号, 账号 }) => number.test(`${身份证号} ${账号}`))).toEqual([]);
  const full = await run('pay', 'dossier', ...MONTHS, ...WHY, '--full-ids', '--out', at('full.zip'));
  expect(full.full).toBe(true);
  const asked = (more: readonly string[]) => run('pay', 'dossier', ...more, '--out', at('no.zip'));
  expect((await asked([...MONTHS, '--reason', ' '])).refused).toBe('reason_empty');
  const backwards = ['--division', TOWN, '--from', '2018-03', '--to', '2018-01'];
  expect((await asked([...backwards, ...WHY])).refused).toBe('months_order');
  const early = ['--division', TOWN, '--from', '2016-01', '--to', '2016-02'];
  expect((await asked([...early, ...WHY])).refused).toBe('nothing_in_months');
}, 120_000);
