import { identityCheckDigit, monthOf } from '@shuangyong/values';
import { type Db, openKysely } from '../../../kernel/db.ts';
import type { Cells } from '../../../platform/contract/kind.ts';
import { insertRecord } from '../../../platform/records/write.ts';
import { type TestTown, testContext, testDatabase, testTown } from '../../../testing/index.ts';
import { addPaper } from '../../archive/index.ts';
import { settleRight } from '../enrol.ts';
import { spellKind } from '../sheets.ts';

/** An empty database with one township, a clerk and a reviewer, and people as they are entered on the screen. */
export async function testRoll() {
  const { pool, ownerPool, keys } = await testDatabase();
  const db: Db = openKysely(pool);
  const clerk = testContext(keys, '王某');
  const reviewer = testContext(keys, '赵某');
  const town = await testTown(db);
  let serial = 0;

  /** A synthetic number nobody has yet. */
  function identity(born = '1946-03-15'): string {
    const first17 = `341524${born.replaceAll('-', '')}${String(++serial).padStart(3, '0')}`;
    return first17 + identityCheckDigit(first17);
  }

  async function enter(name: string, number: string, cells: Cells = {}, at: TestTown = town) {
    const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
    const full = {
      ...{ name, identity: number, born_on: born, village_id: at.villageId },
      ...{ category: '参战退役人员', from_month: monthOf(2007, 8) },
      ...cells,
    };
    return db.transaction().execute(async (tx) => {
      const spellId = await insertRecord(tx, clerk, spellKind, at, full);
      return { spellId, personId: (await settleRight(tx, clerk, at, spellId)) ?? '' };
    });
  }

  async function enrol(name: string, cells: Cells = {}, at: TestTown = town) {
    const number = identity(typeof cells.born_on === 'string' ? cells.born_on : undefined);
    return { ...(await enter(name, number, cells, at)), number };
  }

  /** A paper whose original lies in a box. */
  async function paper(title = '死亡证明') {
    const input = { title, signedOn: '2017-08-20', paperClass: '佐证材料', originalAt: '1 盒 1 件' };
    return (await addPaper(db, clerk, town, input)).id;
  }

  const scope = { countyId: town.countyId, divisionIds: [town.divisionId] };
  return { db, ownerPool, keys, clerk, reviewer, town, scope, identity, enter, enrol, paper };
}
