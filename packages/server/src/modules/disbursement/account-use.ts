import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { copyBytes, copyRows, copyText } from '../../kernel/copy.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { mergedPerson } from '../registry/index.ts';

/** The version of an account that a payment goes to. */
export interface UsedAccount {
  readonly id: string;
  readonly version: number;
}

interface OwnAccount extends UsedAccount {
  readonly personId: string;
  readonly origin: string;
  readonly hash: string;
}

interface RollAccount {
  readonly personId: string;
  readonly divisionId: string;
  readonly name: string;
  readonly bankName: string | null;
  readonly sealed: string;
  readonly hash: string;
}

/** The newest live version of each person's accounts. */
async function ownAccounts(
  db: Db,
  countyId: number,
  ids: readonly string[],
): Promise<Map<string, OwnAccount>> {
  const { rows } =
    await sql<OwnAccount>`select distinct on (a.person_id) a.person_id as "personId", a.id, a.version,
      a.origin, encode(a.account_hash, 'hex') as hash
    from (select distinct on (x.county_id, x.id) x.* from pay_account x
      where x.county_id = ${countyId} and x.person_id = any(${ids}::uuid[])
      order by x.county_id, x.id, x.version desc) a
    where a.state = 'live' order by a.person_id, a.since desc, a.at desc, a.id`.execute(db);
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Accounts of each person that were ended, by their fingerprints: the roll may still name them. */
async function endedAccounts(db: Db, countyId: number, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ personId: string; hash: string }>`select a.person_id as "personId",
      encode(a.account_hash, 'hex') as hash
    from pay_account a where a.county_id = ${countyId} and a.person_id = any(${ids}::uuid[]) and a.state = 'ended'
      and not exists (select from pay_account n where n.county_id = a.county_id and n.id = a.id
        and n.version > a.version)`.execute(db);
  return new Set(rows.map(({ personId, hash }) => `${personId} ${hash}`));
}

/** What the roll says last of each person's account. */
async function rollAccounts(
  db: Db,
  countyId: number,
  ids: readonly string[],
): Promise<readonly RollAccount[]> {
  const { rows } =
    await sql<RollAccount>`select distinct on (p.id) p.id as "personId", p.division_id as "divisionId",
      p.name, s.bank_name as "bankName", encode(s.account_sealed, 'hex') as sealed,
      encode(s.account_hash, 'hex') as hash
    from spell s join person p on p.county_id = s.county_id
      and p.id = ${mergedPerson(sql`s.county_id`, sql`s.person_id`)}
    where s.county_id = ${countyId} and s.voided_at is null and s.account_sealed is not null
      and p.id = any(${ids}::uuid[])
    order by p.id, (s.stop_month is null) desc, s.from_month desc, s.id`.execute(db);
  return rows;
}

const COLUMNS = [
  ...['county_id', 'id', 'version', 'division_id', 'person_id', 'holder', 'holder_name', 'bank_name'],
  ...['account_sealed', 'account_hash', 'origin', 'state', 'actor_id', 'actor_name', 'at', 'since'],
];

/**
 * The account each person is paid to: the newest he has; from the roll where he has none, or where the roll has
 * changed since it was taken from there, but never one that was ended. People without any are absent. What is taken from
 * the roll becomes a version.
 */
export async function accountsOf(
  db: Db,
  ctx: Ctx,
  countyId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UsedAccount>> {
  const own = await ownAccounts(db, countyId, ids);
  const used = new Map<string, UsedAccount>(own);
  const ended = await endedAccounts(db, countyId, ids);
  const fresh = (await rollAccounts(db, countyId, ids)).filter(({ personId, hash }) => {
    if (ended.has(`${personId} ${hash}`)) return false;
    const known = own.get(personId);
    return known === undefined || (known.origin === 'import' && known.hash !== hash);
  });
  if (fresh.length === 0) return used;
  const stamp = `${copyText(ctx.actor.id)}\t${copyText(ctx.actor.name)}\t${new Date(ctx.now).toISOString()}\t${ctx.today}`;
  await copyRows(db, 'pay_account', COLUMNS, async (copy) => {
    for (const { personId, divisionId, name, bankName, sealed, hash } of fresh) {
      const known = own.get(personId);
      const account = { id: known?.id ?? newId(), version: (known?.version ?? 0) + 1 };
      used.set(personId, account);
      const who = `${countyId}\t${account.id}\t${account.version}\t${divisionId}\t${personId}\tself\t${copyText(name)}`;
      const what = `${copyText(bankName)}\t${copyBytes(sealed)}\t${copyBytes(hash)}\timport\tlive`;
      await copy.write(`${who}\t${what}\t${stamp}\n`);
    }
  });
  return used;
}
