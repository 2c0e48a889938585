import { runCommand } from '../../packages/server/src/apps/command.ts';
import { ledgerTown, m } from '../../packages/server/src/apps/ledger-testing.ts';
import { openRuntime } from '../../packages/server/src/apps/runtime.ts';
import { OPERATOR } from '../../packages/server/src/apps/visitor.ts';
import { createUser } from '../../packages/server/src/modules/access/index.ts';
import { nameLedgerStart } from '../../packages/server/src/modules/disbursement/index.ts';
import { getDivision } from '../../packages/server/src/modules/divisions/index.ts';
import type { TestDatabase } from '../../packages/server/src/testing/index.ts';

export const CODE = '621221100000';
export const PASS_CODE = 'lianxi-2017';
/** The month from which the township's ledger is kept; the first batch is of it. */
export const FIRST_MONTH = '2018-01';

/** Who takes which step; each is a user with his own pass code. */
export const HANDS = { maker: '王练习', reviewer: '赵练习', approver: '刘练习' } as const;
export type Hand = keyof typeof HANDS;
const ROLES: Readonly<Record<Hand, readonly string[]>> = {
  maker: ['经办', '管理'],
  reviewer: ['复核'],
  approver: ['批准'],
};

/** Fills a new data folder with a small township: people with accounts, three hands, a first month. */
export async function makeTown(dataDir: string, people: number): Promise<void> {
  const { runtime, installation, close } = await openRuntime(dataDir, 'command');
  try {
    const { pool, keys } = installation;
    const town = await ledgerTown({ pool, keys } as TestDatabase, CODE);
    for (let at = 0; at < people; at += 1)
      await town.enrol(`某${at + 1}`, {
        ...{ category: '参战退役人员', from_month: m('2010-01') },
        ...{ bank_name: '农商行', account: `62284800${String(at + 1).padStart(8, '0')}` },
      });
    await runCommand(runtime, OPERATOR.caller, async (tx, ctx) => {
      await nameLedgerStart(tx, ctx, town, { month: m(FIRST_MONTH), reason: '新建台账' });
      const division = await getDivision(tx, CODE);
      for (const hand of Object.keys(HANDS) as Hand[])
        await createUser(tx, ctx, { name: HANDS[hand], roles: ROLES[hand], passCode: PASS_CODE, division });
    });
  } finally {
    await close();
  }
}
