import { type LedgerTown, ledgerTown, m } from '../packages/server/src/apps/ledger-testing.ts';
import type { Db } from '../packages/server/src/kernel/db.ts';
import { type BatchPlace, nameLedgerStart } from '../packages/server/src/modules/disbursement/index.ts';
import type { TestDatabase } from '../packages/server/src/testing/index.ts';

const CODE = '621221100000';

/** A township on its own database, with three hands and a bank, driven by the day. */
export interface Township extends LedgerTown {
  readonly place: BatchPlace;
  readonly dataDir: string;
  readonly write: <T>(work: (tx: Db) => Promise<T>) => Promise<T>;
  /** Ids of people by their number, and the request that waits for each. */
  readonly ids: Map<number, string>;
  readonly waiting: Map<number, string>;
  /** The day on which a second person confirmed that somebody is dead, by his id. */
  readonly knownDead: Map<string, string>;
  /** The batch of a month. */
  readonly batches: Map<string, string>;
}

/** A township whose ledger begins in a month. */
export async function townshipOf(database: TestDatabase, start: string, dataDir: string): Promise<Township> {
  const town = await ledgerTown(database, CODE);
  const { countyId, divisionId } = town;
  const place = { countyId, divisionId, code: CODE, level: 'township', divisionIds: [divisionId] } as const;
  const write = <T>(work: (tx: Db) => Promise<T>) => town.db.transaction().execute(work);
  const named = { month: m(start), reason: '新建台账' };
  await write((tx) => nameLedgerStart(tx, town.on(`${start}-01`), town, named));
  const maps = { ids: new Map(), waiting: new Map(), knownDead: new Map(), batches: new Map() };
  return { ...town, ...maps, place, write, dataDir };
}
