import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { findPaper } from '../archive/index.ts';
import { recordEvent } from '../audit/index.ts';
import { mergedPerson } from '../registry/index.ts';
import type { BatchPlace } from './batch-find.ts';

/** An account to be entered, or a correction of one. */
export interface NewAccount {
  readonly personId: string;
  readonly accountId?: string | undefined;
  readonly holder: 'self' | 'other';
  readonly holderName: string;
  readonly relation?: string | undefined;
  readonly bankName?: string | undefined;
  /** Digits only. */
  readonly account: string;
  /** Photo of the card, or the paper that lets another one draw. */
  readonly paperId?: string | undefined;
  readonly reason?: string | undefined;
}

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly divisionId: string;
}

/** The person of the place who counts; throws NotFound. */
export async function ownerOf(db: Db, place: BatchPlace, personId: string): Promise<Owner> {
  const { rows } = await sql<Owner>`select p.id, p.name, p.division_id as "divisionId" from person p
    where p.county_id = ${place.countyId} and p.division_id = any(${place.divisionIds}::uuid[])
      and p.id = ${mergedPerson(sql`${place.countyId}`, sql`${personId}::uuid`)}`.execute(db);
  const [owner] = rows;
  if (owner === undefined) throw new NotFound();
  return owner;
}

/** Names of other people of the county to whose money this account belongs; of his own registrations it may. */
async function otherOwners(db: Db, countyId: number, owner: Owner, hash: Buffer): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select distinct p.name from (
      select person_id from (select distinct on (id) person_id, state, account_hash from pay_account
        where county_id = ${countyId} order by id, version desc) a
        where a.state = 'live' and a.account_hash = ${hash}
      union select person_id from spell where county_id = ${countyId} and voided_at is null
        and account_hash = ${hash} and person_id is not null) x
    join person p on p.county_id = ${countyId} and p.id = x.person_id
    where ${mergedPerson(sql`${countyId}`, sql`x.person_id`)} <> ${owner.id} order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Whether somebody of these names works here; a user is known by his name alone. */
async function isStaff(db: Db, countyId: number, names: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select 1 from user_account where county_id = ${countyId} and disabled_at is null
    and name = any(${names as string[]}) limit 1`.execute(db);
  return rows.length > 0;
}

async function refuseWrongHolder(db: Db, countyId: number, owner: Owner, asked: NewAccount, hash: Buffer) {
  const { holder, holderName, relation, paperId } = asked;
  if (holder === 'self' && holderName !== owner.name)
    refuse('holder_name', `户名与姓名不一样：本人账户的户名应是${owner.name}；他人代领请选「他人」。`);
  if (holder === 'other' && !relation) refuse('relation_missing', '他人代领要写明与本人的关系，并附委托书。');
  if (paperId === undefined) refuse('account_paper_missing', '请附卡片照片；他人代领附委托书。');
  const others = await otherOwners(db, countyId, owner, hash);
  // Under another name too: an account that is registered for a colleague who draws something himself.
  if (holder === 'other' && (await isStaff(db, countyId, [holderName, ...others])))
    refuse('account_of_staff', '经办人员不能代领，请换成本人或亲属的账户。');
  const [other] = others;
  if (other !== undefined && holder === 'self')
    refuse('account_of_other', `这个账号已是${other}的。确实共用的，请选「他人」，写明关系并附证明。`);
}

/** The last version of this account; NotFound for one of another person. */
async function lastVersion(db: Db, countyId: number, owner: Owner, accountId: string | undefined) {
  if (accountId === undefined) return undefined;
  const { rows } = await sql<{ version: number; personId: string }>`select version, person_id as "personId"
    from pay_account where county_id = ${countyId} and id = ${accountId} order by version desc limit 1`.execute(
    db,
  );
  const [row] = rows;
  if (row?.personId !== owner.id) throw new NotFound();
  return row.version;
}

export interface SavedAccount {
  readonly id: string;
  readonly version: number;
}

/** Versions of one person's accounts are written one after the other. */
async function lockAccounts(db: Db, ownerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`accounts ${ownerId}`}, 0))`.execute(db);
}

/**
 * Enters an account of a person, or the next version of one. The next batch pays to it. Refuses `holder_name`,
 * `relation_missing`, `account_paper_missing`, `account_of_staff`, `account_of_other`; a person, account or paper of
 * another place as not found.
 */
export async function saveAccount(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  asked: NewAccount,
): Promise<SavedAccount> {
  const { countyId } = place;
  const owner = await ownerOf(db, place, asked.personId);
  await lockAccounts(db, owner.id);
  const known = await lastVersion(db, countyId, owner, asked.accountId);
  const hash = ctx.keys.fingerprint(asked.account);
  await refuseWrongHolder(db, countyId, owner, asked, hash);
  const paper = await findPaper(db, countyId, asked.paperId ?? '');
  if (paper?.divisionId !== owner.divisionId) throw new NotFound();
  const saved = { id: asked.accountId ?? newId(), version: (known ?? 0) + 1 };
  await db
    .insertInto('pay_account')
    .values({
      ...{ county_id: countyId, ...saved, division_id: owner.divisionId, person_id: owner.id },
      ...{ holder: asked.holder, holder_name: asked.holderName, relation: asked.relation ?? null },
      ...{
        bank_name: asked.bankName ?? null,
        account_sealed: ctx.keys.seal(asked.account),
        account_hash: hash,
      },
      ...{ paper_id: asked.paperId ?? null, origin: 'screen', state: 'live', reason: asked.reason ?? null },
      ...{ actor_id: ctx.actor.id, actor_name: ctx.actor.name, at: new Date(ctx.now).toISOString() },
      since: ctx.today,
    })
    .execute();
  await noted(db, ctx, countyId, owner, 'save', saved);
  return saved;
}

async function noted(db: Db, ctx: Ctx, countyId: number, owner: Owner, what: string, saved: SavedAccount) {
  await recordEvent(db, ctx, {
    ...{ countyId, divisionId: owner.divisionId, action: `account.${what}` },
    ...{ recordKind: 'person', recordId: owner.id, detail: { account: saved.id, version: saved.version } },
  });
}

/** Ends an account: its last version stays, and nothing is paid to it any more. Refuses `account_ended`. */
export async function endAccount(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  accountId: string,
  reason: string,
): Promise<SavedAccount> {
  const { countyId } = place;
  const { rows: found } = await sql<{ personId: string }>`select person_id as "personId" from pay_account
    where county_id = ${countyId} and id = ${accountId} limit 1`.execute(db);
  const owner = await ownerOf(db, place, found[0]?.personId ?? '00000000-0000-0000-0000-000000000000');
  await lockAccounts(db, owner.id);
  const { rows } = await sql<{
    version: number;
  }>`insert into pay_account (county_id, id, version, division_id,
      person_id, holder, holder_name, relation, bank_name, account_sealed, account_hash, paper_id, origin, state,
      reason, actor_id, actor_name, at, since)
    select county_id, id, version + 1, division_id, person_id, holder, holder_name, relation, bank_name,
      account_sealed, account_hash, paper_id, 'screen', 'ended', ${reason}, ${ctx.actor.id}, ${ctx.actor.name},
      ${new Date(ctx.now).toISOString()}, ${ctx.today}
    from (select * from pay_account where county_id = ${countyId} and id = ${accountId}
      order by version desc limit 1) a
    where a.state = 'live' returning version`.execute(db);
  const [row] = rows;
  if (row === undefined) return refuse('account_ended', '这个账户已经停用了。');
  const saved = { id: accountId, version: row.version };
  await noted(db, ctx, countyId, owner, 'end', saved);
  return saved;
}
