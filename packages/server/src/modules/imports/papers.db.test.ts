import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { readStoredFile } from '../../platform/files/store.ts';
import { openFileSource } from './index.ts';
import { book } from './testing/book.ts';
import { testOffice } from './testing/office.ts';

const office = await testOffice();
const folder = mkdtempSync(join(tmpdir(), 'shuangyong-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const PDF = Buffer.from('%PDF-1.4\n练习\n');
mkdirSync(join(folder, 'papers', '会议'), { recursive: true });
writeFileSync(join(folder, 'papers', '会议', '纪要.pdf'), PDF);
writeFileSync(join(folder, 'outside.txt'), '不该读到');
symlinkSync(join(folder, 'outside.txt'), join(folder, 'papers', 'link.txt'));

const PAPERS = [
  ['题名', '文号', '日期', '类别', '文件', '原件位置', '考评条目'],
  ['八一座谈会纪要', null, '2017-07-31', '会议', '会议/纪要.pdf', null, 'town-self-check:3'],
  ['关于成立领导小组的通知', '示例〔2017〕1号', '2017-02-10', '组织', null, '资料柜', null],
  ['春节、八一安排', null, '2017-01-10', '会议', '../outside.txt', null, '没有这张表:1'],
  ['链接', null, '2017-01-11', '会议', 'link.txt', null, null],
];

function file(code: string) {
  return book({
    单位: [
      ['行政区划代码', '名称', '年度'],
      [code, `镇${code}`, 2017],
    ],
    会议: [
      ['日期', '类型', '主题', '佐证'],
      ['2017-07-31', '座谈会', '八一座谈', '八一座谈会纪要、没有的签到表'],
      ['2017-01-10', '党委', '安排', '春节、八一安排'],
    ],
    领导小组: [
      ['姓名', '单位职务', '组内职务', '任职日期', '文件号'],
      ['程练习', '书记', '组长', '2017-02-10', '示例〔2017〕1 号'],
    ],
    档案: PAPERS,
  });
}

async function links(divisionId: string) {
  const { rows } = await sql<{
    kind: string;
    title: string;
    origin: string;
  }>`select e.record_kind as kind, p.title, e.origin
    from evidence e join paper p on p.id = e.paper_id where e.division_id = ${divisionId} and e.removed_at is null
    order by 1, 2`.execute(office.db);
  return rows;
}

test.each(['folder', 'zip'])(
  'papers come out of a %s, by hash, and nothing outside of it is read',
  async (from) => {
    const zip = join(folder, '材料.zip');
    writeFileSync(zip, zipSync({ '材料/会议/纪要.pdf': PDF, '材料/x.txt': Buffer.from('x') }));
    const files = await openFileSource(from === 'zip' ? zip : join(folder, 'papers'));
    const result = await office.take(await file(from === 'zip' ? '341524321' : '341524320'), { files });
    await files.close();
    const papers = (await office.rows('paper')).filter((row) => row.division_id === result.division.id);
    expect(papers.map((row) => [row.title, row.file_sha256 !== null, row.file_missing])).toEqual([
      ['八一座谈会纪要', true, false],
      ['关于成立领导小组的通知', false, false],
      ['春节、八一安排', false, true],
      ['链接', false, true],
    ]);
    const sha256 = Buffer.from(papers[0]?.file_sha256 as Buffer).toString('hex');
    expect(await readStoredFile(office.dataDir, sha256)).toEqual(PDF);
    const stored = await sql<{ media_type: string }>`select media_type from stored_file
    where sha256 = ${Buffer.from(sha256, 'hex')}`.execute(office.db);
    expect(stored.rows).toEqual([{ media_type: 'application/pdf' }]);
    expect(result.warnings.map(({ code, value }) => [code, value])).toEqual([
      ['evidence_unknown', '没有的签到表'],
      ['file_missing', '../outside.txt'],
      ['item_unknown', '没有这张表:1'],
      ['file_missing', 'link.txt'],
    ]);
  },
);

test('papers hang where 佐证 names them, by a title that holds a 、 too, else where the number is the same', async () => {
  const result = await office.take(await file('341524322'));
  expect(await links(result.division.id)).toEqual([
    { kind: 'groupMember', title: '关于成立领导小组的通知', origin: 'number' },
    { kind: 'meeting', title: '八一座谈会纪要', origin: 'sheet' },
    { kind: 'meeting', title: '春节、八一安排', origin: 'sheet' },
  ]);
});

test('a paper taken off by hand is not hung again by the same file', async () => {
  const bytes = await file('341524323');
  const { division } = await office.take(bytes);
  await sql`update evidence set removed_at = now(), removed_by = '王练习' where division_id = ${division.id}
    and record_kind = 'groupMember'`.execute(office.db);
  await office.take(bytes);
  expect((await links(division.id)).map(({ kind }) => kind)).toEqual(['meeting', 'meeting']);
});

test('a file found later is an update; once stored it is not missed', async () => {
  const bytes = await file('341524324');
  const first = await office.take(bytes);
  expect(first.warnings.filter(({ code }) => code === 'file_missing')).toHaveLength(3);
  const files = await openFileSource(join(folder, 'papers'));
  const second = await office.take(bytes, { files });
  expect(second.sheets.档案).toMatchObject({ updated: 1, unchanged: 3 });
  const third = await office.take(bytes);
  expect(third.sheets.档案).toMatchObject({ updated: 0, unchanged: 4 });
  expect(third.warnings.filter(({ code }) => code === 'file_missing')).toHaveLength(2);
});
