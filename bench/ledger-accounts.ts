import { sql } from 'kysely';
import type { Keys } from '../packages/server/src/kernel/context.ts';
import type { Db } from '../packages/server/src/kernel/db.ts';
import type { LedgerTownship } from './ledger.ts';

const AT_ONCE = 10_000;

/** An account for everybody on the roll of a township, sealed as the product seals it. */
export async function fillAccounts(
  db: Db,
  keys: Keys,
  { countyId, divisionId }: LedgerTownship,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from spell
    where county_id = ${countyId} and division_id = ${divisionId} order by id`.execute(db);
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const ids = rows.slice(at, at + AT_ONCE).map(({ id }) => id);
    const accounts = ids.map((_, n) => `62284801${String(at + n).padStart(11, '0')}`);
    await sql`update spell s set bank_name = '练习农商银行', account_sealed = decode(t.sealed, 'hex'),
        account_hash = decode(t.hash, 'hex')
      from unnest(${ids}::uuid[], ${accounts.map((one) => keys.seal(one).toString('hex'))}::text[],
        ${accounts.map((one) => keys.fingerprint(one).toString('hex'))}::text[]) as t(id, sealed, hash)
      where s.county_id = ${countyId} and s.id = t.id`.execute(db);
  }
}
