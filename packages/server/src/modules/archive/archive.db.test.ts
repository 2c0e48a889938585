import { expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';

import { testContext, testDatabase, testTown } from '../../testing/index.ts';
import { addPaper, fillPaper, linkPaper } from './index.ts';
import { listPapers } from './list.ts';

const database = await testDatabase();
const db = openKysely(database.pool);
const ctx = testContext(database.keys);
const town = await testTown(db);
const place = { countyId: town.countyId, divisionId: town.divisionId };
const scope = { countyId: town.countyId, divisionIds: [town.divisionId], offset: 0, limit: 50 };
const fileOf = (letter: string) => ({ sha256: letter.repeat(64), size: 3, mediaType: 'image/png' });
const paper = (title: string, paperClass: string) => ({ title, signedOn: '2017-07-28', paperClass });

test('the catalogue says what each paper has and proves, and counts it over the whole filter', async () => {
  const scan = await addPaper(db, ctx, place, paper('签到表', '活动'), fileOf('a'));
  const box = await addPaper(db, ctx, place, { ...paper('发放表', '发放'), originalAt: '2 盒 5 件' });
  for (const kind of ['activity', 'meeting']) await linkPaper(db, ctx, place, scan.id, kind, newId());
  const { total, having, classes, rows } = await listPapers(db, scope);
  expect({ total, having }).toEqual({ total: 2, having: { file: 1, original: 1, missing: 0, nothing: 0 } });
  expect(classes.map(({ value }) => value).sort()).toEqual(['发放', '活动']);
  expect(Object.fromEntries(rows.map(({ title, proves }) => [title, proves]))).toEqual({
    签到表: 2,
    发放表: 0,
  });
  const ids = async (more: object) => (await listPapers(db, { ...scope, ...more })).rows.map(({ id }) => id);
  expect(await ids({ having: 'file' })).toEqual([scan.id]);
  expect(await ids({ idle: true })).toEqual([box.id]);
  expect(await ids({ paperClass: '发放' })).toEqual([box.id]);
  expect(await ids({ q: '签到' })).toEqual([scan.id]);
  expect(await ids({ from: '2018-01-01' })).toEqual([]);
});

test('a file is put into a paper without one, once, and not if it is another paper already', async () => {
  const { id } = await addPaper(db, ctx, place, { ...paper('会议纪要', '会议'), originalAt: '1 盒 1 件' });
  await expect(fillPaper(db, ctx, place, id, fileOf('a'), '旧.png')).rejects.toMatchObject({
    code: 'paper_elsewhere',
    message: '这个文件已是《签到表》。请核对，或把那一份挂上。',
  });
  await fillPaper(db, ctx, place, id, fileOf('b'), '纪要.png');
  await expect(fillPaper(db, ctx, place, id, fileOf('c'), '再来.png')).rejects.toMatchObject({
    code: 'paper_has_file',
  });
  const { rows } = await listPapers(db, { ...scope, q: '纪要' });
  expect(rows[0]).toMatchObject({ sha256: 'b'.repeat(64), mediaType: 'image/png', fileMissing: false });
  const kept = await database.pool.query('select reason from record_history where record_id = $1', [id]);
  expect(kept.rows).toEqual([{ reason: '放进文件' }]);
});
