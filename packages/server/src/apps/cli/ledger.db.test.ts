import { existsSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { beforeAll, expect, test, vi } from 'vitest';
import { commandLine, testCli } from './testing.ts';

const { at, ended: run } = testCli();
const file = at('台账.xlsx');

const NUMBERS = ['510181193607210037', '51018119490502005X', '510181193210270066'] as const;

async function write(wrong: boolean): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const put = (name: string, rows: unknown[][]) => workbook.addWorksheet(name).addRows(rows);
  put('单位', [
    ['行政区划代码', '名称', '上级名称', '年度'],
    ['510181103', '玉堂镇', '都江堰市', 2019],
  ]);
  put('村(社区)', [['名称'], ['青山村']]);
  const roll = [
    ['2019年花名册'],
    ['姓名', '身份证号', '村(社区)', '对象类别', '享受起始年月', '联系电话'],
    ['黄某', NUMBERS[0], '青山村', '老复员军人', '1985-07', '13800000001'],
    ['李某', NUMBERS[1], '青山村', '参战', '2008-08', null],
    ['陈某', wrong ? '510181193210270067' : NUMBERS[2], '青山村', '烈属', '2011-10', null],
  ];
  put('优抚对象', roll);
  put('发放记录', [
    ['姓名', '身份证号', '项目', '所属起始年月', '所属截止年月', '金额', '发放日期', '凭证号'],
    ['黄某', NUMBERS[0], '抚恤补助', '2019-01', '2019-03', '¥1,234.50', '2019-03-20', '1'],
    ['黄某', NUMBERS[0], '扣回', '2019-04', '2019-04', '100元', '2019-06-20', '2'],
  ]);
  await workbook.xlsx.writeFile(file);
}

beforeAll(() => write(true));

const COUNTS = { created: 0, updated: 0, unchanged: 0, refused: 0 };

test('a trial and --strict say what would be and write nothing', async () => {
  const trial = await run('import', file, '--dry-run');
  expect(trial).toMatchObject({ code: 0, err: '' });
  expect(Object.keys(trial.json)).toEqual(['file', 'sheets', 'errors', 'warnings', 'notes']);
  const strict = await run('import', file, '--strict');
  expect(strict.code).toBe(1);
  expect([strict.err, strict.json.refusals]).toEqual([
    '退回 1 行，按 --strict 一行也没有写入。\n',
    [{ code: 'rows_refused', message: '退回 1 行，按 --strict 一行也没有写入。' }],
  ]);
  expect(strict.json.sheets).toEqual(trial.json.sheets);
  const figures = await run('figures', '--division', '510181103', '--year', '2019');
  expect(figures).toMatchObject({ code: 1, json: { refusals: [{ code: 'not_found' }] } });
});

test('an import takes the good rows, tells where the bad one stands, masks numbers, marks the file', async () => {
  const marked = at('退回.xlsx');
  const { code, json } = await run('import', file, '--errors', marked);
  expect(code).toBe(0);
  expect(json.sheets.优抚对象).toEqual({ ...COUNTS, read: 3, created: 2, refused: 1 });
  expect(json.errors).toMatchObject([
    {
      ...{ sheet: '优抚对象', row: 5, column: '身份证号', code: 'id_check_digit' },
      value: '510181********0067',
    },
  ]);
  const back = new ExcelJS.Workbook();
  await back.xlsx.readFile(marked);
  const sheet = back.getWorksheet('优抚对象');
  expect([sheet?.getCell('G2').value, String(sheet?.getCell('G5').value)]).toEqual([
    '退回原因',
    expect.stringContaining('校验位'),
  ]);
  const again = await run('import', file);
  expect(again.json.sheets.优抚对象).toEqual({ ...COUNTS, read: 3, unchanged: 2, refused: 1 });
});

test('the mended file adds what was refused and nothing else', async () => {
  await write(false);
  const { json } = await run('import', file, '--strict');
  expect(json.errors).toEqual([]);
  expect(json.sheets.优抚对象).toEqual({ ...COUNTS, read: 3, created: 1, unchanged: 2 });
  expect(json.sheets.发放记录).toEqual({ ...COUNTS, read: 2, unchanged: 2 });
});

test.each(['510181103', '510181103000', '510181000000', '510181'])(
  'figures of %s: the township by 9 or 12 digits, its county by 12 or 6',
  async (division) => {
    const { json } = await run('figures', '--division', division, '--year', '2019');
    const figure = json.figures.find((one: { code: string }) => one.code === 'F02');
    expect(figure).toEqual({
      ...{ code: 'F02', name: '抚恤补助发放金额', unit: '元', value: '1134.50' },
      ...{ records: 2, unevidenced: 2, asOf: '2019-12-31' },
    });
  },
);

test('the records of a sum add up in fen, each with its file, sheet and row', async () => {
  const { json } = await run('trace', 'F02', '--division', '510181103', '--year', '2019');
  expect([json.code, json.value]).toEqual(['F02', 1134_50]);
  expect(
    json.records.map((record: { contribution: number; source: unknown }) => [
      record.contribution,
      record.source,
    ]),
  ).toEqual([
    [-100_00, { file: '台账.xlsx', sheet: '发放记录', row: 3 }],
    [1234_50, { file: '台账.xlsx', sheet: '发放记录', row: 2 }],
  ]);
});

test('the export comes back unchanged; whole numbers want a reason', async () => {
  const out = at('导出.xlsx');
  const place = ['--division', '510181103', '--year', '2019', '--out', out];
  expect(await run('export', ...place, '--full-ids')).toMatchObject({
    code: 1,
    json: { refusals: [{ code: 'reason_needed' }] },
  });
  expect(existsSync(out)).toBe(false);
  expect((await run('export', ...place, '--full-ids', '--reason', '核对')).code).toBe(0);
  const { json } = await run('import', out);
  expect(json.errors).toEqual([]);
  for (const counts of Object.values<{ read: number; unchanged: number }>(json.sheets))
    expect(counts.unchanged).toBe(counts.read);
});

test('what cannot be written is refused before anything is imported', async () => {
  const { code, json } = await run('import', file, '--errors', at('没有/退回.xlsx'));
  expect({ code, json }).toMatchObject({ code: 1, json: { refusals: [{ code: 'out_not_writable' }] } });
});

test('a backup counts money in whole fen and wants the name of a file', async () => {
  vi.stubEnv('SHUANGYONG_PASSPHRASE', 'lianxi-beifen');
  const made = await run('backup', '--out', at('备份.sybackup'));
  expect([made.code, made.json.fen]).toEqual([0, 1334_50]);
  const nowhere = await run('backup', '--out', at('.'));
  expect(nowhere).toMatchObject({ code: 1, json: { refusals: [{ code: 'out_not_writable' }] } });
});

test('what is due, to someone who stops reading, ends without a word', async () => {
  const args = ['due', '--division', '510181103', '--from', '2019-01', '--to', '2019-12', '--jsonl'];
  const said = await commandLine([...args, '--data', at('data')], (out) => out === '');
  expect(JSON.parse(said.out.split('\n')[0] ?? '')).toMatchObject({ name: expect.any(String) });
  expect(said).toMatchObject({ err: '', code: 0 });
});
