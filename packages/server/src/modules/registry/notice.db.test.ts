import { day, monthOf } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { addNotice, addObjection, answerObjection, daysHung, proveNotice, voidNotice } from './notice.ts';
import { listNotices, newEntrants } from './notice-list.ts';
import { testRoll } from './testing/roll.ts';

const { db, clerk, town, scope, enrol, paper } = await testRoll();
const CATEGORY = '参战退役人员';
const asked = { title: '新增对象公示', fromDay: '2017-10-09', toDay: '2017-10-15' };
const add = (people: readonly string[], more: Partial<typeof asked> = {}) =>
  addNotice(db, clerk, town, {
    ...{ ...asked, ...more },
    people: people.map((personId) => ({ personId, category: CATEGORY })),
  });
const entrants = async () => (await newEntrants(db, scope, day('2017-11-24'))).map((one) => one.name);
const listed = async (id: string) => (await listNotices(db, scope, 2017)).find((one) => one.id === id);

describe('a notice', () => {
  test('names new entrants with village and category, who then wait for none', async () => {
    const { personId } = await enrol('新增某', { from_month: monthOf(2017, 10) });
    await enrol('早就在', { from_month: monthOf(2010, 10) });
    expect(await entrants()).toEqual(['新增某']);
    const id = await add([personId]);
    expect(await entrants()).toEqual([]);
    expect(await listed(id)).toMatchObject({
      days: 7,
      people: [{ personId, name: '新增某', village: '河湾村', category: CATEGORY }],
      objections: [],
      papers: 0,
    });
    await voidNotice(db, clerk, town, id, '没有张贴');
    expect(await entrants()).toEqual(['新增某']);
    expect((await listed(id))?.voidReason).toBe('没有张贴');
  });

  test('carries its photo, an objection and once what became of it', async () => {
    const id = await add([(await enrol('有异议')).personId]);
    await proveNotice(db, clerk, town, id, await paper('公示照片'));
    await addObjection(db, clerk, town, id, { text: '不是本村人', onDay: '2017-10-11' });
    await answerObjection(db, clerk, town, id, { seq: 1, outcome: '核查户籍，属本村' });
    expect(await listed(id)).toMatchObject({
      papers: 1,
      objections: [{ seq: 1, text: '不是本村人', outcome: '核查户籍，属本村', outcomeOn: '2017-11-24' }],
    });
    await expect(answerObjection(db, clerk, town, id, { seq: 1, outcome: '另说' })).rejects.toMatchObject({
      code: 'answered',
    });
  });

  test('counts its first and its last day', () => {
    expect(daysHung(day('2017-12-28'), day('2018-01-03'))).toBe(7);
  });

  test('is refused with its end before its beginning, or with somebody of another roll', async () => {
    const { personId } = await enrol('颠倒某');
    await expect(add([personId], { toDay: '2017-10-08' })).rejects.toMatchObject({ code: 'date_order' });
    await expect(add([newId()])).rejects.toMatchObject({ code: 'not_found' });
  });

  test('takes no objection before it hung, ahead of today, or once it is void', async () => {
    const id = await add([(await enrol('时候不对')).personId]);
    const object = (onDay: string) => addObjection(db, clerk, town, id, { text: '有异议', onDay });
    await expect(object('2017-10-08')).rejects.toMatchObject({ code: 'date_order' });
    await expect(object('2017-12-08')).rejects.toMatchObject({ code: 'date_order' });
    await voidNotice(db, clerk, town, id, '重来');
    await expect(object('2017-10-10')).rejects.toMatchObject({ code: 'notice_void' });
  });
});
