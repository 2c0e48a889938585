import type { Day } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { mergedPerson } from '../registry/index.ts';
import { ownerOf } from './account.ts';
import { coolingUntil } from './account-cooling.ts';
import type { BatchPlace } from './batch-find.ts';
import { tailOf } from './line-list.ts';

interface AccountRow {
  readonly id: string;
  readonly version: number;
  readonly holder: 'self' | 'other';
  readonly holderName: string;
  readonly relation: string | null;
  readonly bankName: string | null;
  readonly sealed: Buffer;
  readonly paperId: string | null;
  readonly origin: 'import' | 'screen';
  readonly state: 'live' | 'ended';
  readonly reason: string | null;
  readonly by: string;
  readonly since: Day;
  readonly isLast: boolean;
}

/** Every version of a person's accounts, the newest first, and the account on the roll; last digits only. */
export async function listAccounts(db: Db, ctx: Ctx, place: BatchPlace, personId: string) {
  const owner = await ownerOf(db, place, personId);
  const { rows } = await sql<AccountRow>`select id, version, holder, holder_name as "holderName", relation,
      bank_name as "bankName", account_sealed as sealed, paper_id as "paperId", origin, state, reason,
      actor_name as by, since, version = max(version) over (partition by id) as "isLast"
    from pay_account where county_id = ${place.countyId} and person_id = ${owner.id}
    order by since desc, at desc, version desc`.execute(db);
  const used = rows.find(({ isLast, state }) => isLast && state === 'live');
  const { rows: roll } = await sql<{
    bankName: string | null;
    sealed: Buffer;
  }>`select s.bank_name as "bankName",
      s.account_sealed as sealed
    from spell s where s.county_id = ${place.countyId} and s.voided_at is null and s.account_sealed is not null
      and ${mergedPerson(sql`s.county_id`, sql`s.person_id`)} = ${owner.id}
    order by (s.stop_month is null) desc, s.from_month desc, s.id limit 1`.execute(db);
  const [onRoll] = roll;
  return {
    accounts: rows.map(({ sealed, isLast: _, ...row }) => ({
      ...row,
      isUsed: row.id === used?.id && row.version === used.version,
      accountTail: tailOf(ctx.keys, sealed) ?? '',
      coolingUntil: row.id === used?.id && row.version === used.version ? coolingUntil(row, ctx.today) : null,
    })),
    onRoll: onRoll ? { bankName: onRoll.bankName, accountTail: tailOf(ctx.keys, onRoll.sealed) ?? '' } : null,
  };
}

interface ChangedRow extends AccountRow {
  readonly personId: string;
  readonly name: string;
  readonly village: string | null;
}

/** Versions of accounts entered since a day by hand or changed by an import, the newest first; the first 2,000. */
export async function listChangedAccounts(db: Db, ctx: Ctx, place: BatchPlace, from: Day) {
  const { rows } =
    await sql<ChangedRow>`select a.id, a.version, a.holder, a.holder_name as "holderName", a.relation,
      a.bank_name as "bankName", a.account_sealed as sealed, a.paper_id as "paperId", a.origin, a.state, a.reason,
      a.actor_name as by, a.since, not exists (select from pay_account n where n.county_id = a.county_id
        and n.id = a.id and n.version > a.version) as "isLast",
      p.id as "personId", p.name, v.name as village
    from pay_account a join person p on p.county_id = a.county_id and p.id = a.person_id
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    where a.county_id = ${place.countyId} and a.division_id = any(${place.divisionIds}::uuid[])
      and a.since >= ${from} and not (a.origin = 'import' and a.version = 1)
    order by a.since desc, a.at desc limit 2000`.execute(db);
  return rows.map(({ personId, name, village, sealed, isLast, ...row }) => ({
    ...{
      person: { id: personId, name },
      village,
      ...row,
      isLast,
      accountTail: tailOf(ctx.keys, sealed) ?? '',
    },
    coolingUntil: isLast && row.state === 'live' ? coolingUntil(row, ctx.today) : null,
  }));
}
