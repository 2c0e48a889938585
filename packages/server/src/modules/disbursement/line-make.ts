import { createHash } from 'node:crypto';
import type { Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { copyBytes, copyRows, copyText } from '../../kernel/copy.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { mergedPerson } from '../registry/index.ts';
import type { UsedAccount } from './account-use.ts';
import type { PaidKind } from './batch-words.ts';
import { type FreeAccrual, netKey } from './claim.ts';
import { claimedMonths, offsettable, setOffBefore } from './offset.ts';

/** Whoever is paid, in the order of the sheet. */
export interface Payee {
  readonly id: string;
  readonly divisionId: string;
  readonly factsSeq: number;
  readonly items: readonly FreeAccrual[];
}

/** Money set off from a person's payment. */
export interface Offset {
  readonly id: string;
  readonly claimId: string;
  readonly fen: number;
}

/** A line and its items, before they are written. */
export interface NewLine {
  readonly id: string;
  readonly ordinal: number;
  readonly payee: Payee;
  readonly account: UsedAccount | undefined;
  readonly offsets: readonly Offset[];
  readonly attempts: ReadonlyMap<string, number>;
  readonly reissueOf: string | undefined;
  readonly fen: number;
}

/** People the free lines are paid to, merged registrations as one, by village and name. */
export async function payeesOf(
  db: Db,
  countyId: number,
  free: readonly FreeAccrual[],
): Promise<readonly Payee[]> {
  const ids = [...new Set(free.map(({ personId }) => personId))];
  const { rows } = await sql<{ own: string; id: string; divisionId: string; factsSeq: number }>`
    select t.id as own, p.id, p.division_id as "divisionId", p.facts_seq as "factsSeq"
    from unnest(${ids}::uuid[]) as t(id)
    join person p on p.county_id = ${countyId} and p.id = ${mergedPerson(sql`${countyId}`, sql`t.id`)}
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    order by p.division_id, v.name nulls last, p.name_pinyin, p.name, p.id`.execute(db);
  const root = new Map(rows.map(({ own, id }) => [own, id]));
  const items = new Map<string, FreeAccrual[]>(rows.map(({ id }) => [id, []]));
  for (const one of free) items.get(root.get(one.personId) ?? one.personId)?.push(one);
  const seen = new Set<string>();
  return rows.flatMap(({ id, divisionId, factsSeq }) => {
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ id, divisionId, factsSeq, items: items.get(id) ?? [] }];
  });
}

/** What payments are lowered by, while it is worked out. */
interface Drawn {
  readonly offsets: Map<string, Offset[]>;
  /** What is left to be paid to each person. */
  readonly left: Map<string, number>;
  /** What was set off from each claim. */
  readonly taken: Map<string, number>;
}

function addOffset({ offsets, left, taken }: Drawn, personId: string, claimId: string, fen: number): void {
  left.set(personId, (left.get(personId) ?? 0) - fen);
  taken.set(claimId, (taken.get(claimId) ?? 0) + fen);
  const list = offsets.get(personId);
  const offset = { id: newId(), claimId, fen };
  if (list) list.push(offset);
  else offsets.set(personId, [offset]);
}

/**
 * A month that is claimed back is not due: what is paid for it again is set against the claim, whatever anybody agreed
 * to. So nothing goes out where the bank returns a month claimed meanwhile, or a raise comes for one paid in error.
 */
async function addOwnMonths(db: Db, countyId: number, payees: readonly Payee[], drawn: Drawn) {
  const open = await claimedMonths(db, countyId, [...drawn.left.keys()]);
  const claimed = new Set(open.map(netKey));
  const paid = new Map<string, number>();
  for (const one of payees.flatMap(({ items }) => items))
    if (claimed.has(netKey(one))) paid.set(netKey(one), (paid.get(netKey(one)) ?? 0) + one.fen);
  for (const { ownerId, claimId, openFen, ...claim } of open) {
    const fen = Math.min(openFen, paid.get(netKey(claim)) ?? 0);
    if (fen <= 0) continue;
    paid.set(netKey(claim), (paid.get(netKey(claim)) ?? 0) - fen);
    addOffset(drawn, ownerId, claimId, fen);
  }
}

interface Asked {
  readonly kind: PaidKind;
  readonly month: Month;
}

async function addPlanned(db: Db, countyId: number, { kind, month }: Asked, drawn: Drawn): Promise<void> {
  const open = await offsettable(db, countyId, [...drawn.left.keys()], month, kind);
  const debtors = [...new Set(open.map(({ personId }) => personId))];
  const before = new Map(await setOffBefore(db, countyId, debtors, month));
  for (const { claimId, personId, openFen, capFen } of open) {
    const known = before.get(personId) ?? 0;
    const rest = openFen - (drawn.taken.get(claimId) ?? 0);
    const fen = Math.min(capFen - known, rest, drawn.left.get(personId) ?? 0);
    if (fen <= 0) continue;
    before.set(personId, known + fen);
    addOffset(drawn, personId, claimId, fen);
  }
}

/**
 * What is set off from each person's payment of a month. First what is paid again for a month that is claimed; then,
 * where planned claims of this kind of money are set off, never beyond the payment, what is open, or the plan's cap, which counts all
 * his claims and all payments of the month together.
 */
export async function offsetsOf(
  db: Db,
  countyId: number,
  payees: readonly Payee[],
  { isPlanned, ...asked }: Asked & { readonly isPlanned: boolean },
): Promise<ReadonlyMap<string, readonly Offset[]>> {
  const left = new Map(payees.map(({ id, items }) => [id, items.reduce((sum, { fen }) => sum + fen, 0)]));
  const drawn: Drawn = { offsets: new Map(), left, taken: new Map() };
  await addOwnMonths(db, countyId, payees, drawn);
  if (isPlanned) await addPlanned(db, countyId, asked, drawn);
  return drawn.offsets;
}

/** How often each debt was tried already, and the last line that failed with it. */
export async function triedBefore(
  db: Db,
  countyId: number,
  free: readonly FreeAccrual[],
): Promise<ReadonlyMap<string, { readonly attempt: number; readonly returned: string | null }>> {
  const { rows } = await sql<{ id: string; attempt: number; returned: string | null }>`
    select i.accrual_id as id, max(i.attempt) as attempt,
      (array_agg(i.line_id order by i.attempt desc) filter (where exists (select from line_event e
        where e.county_id = i.county_id and e.line_id = i.line_id and e.state in ('returned', 'taken_back'))))[1]
        as returned
    from line_item i where i.county_id = ${countyId}
      and i.accrual_id = any(${free.map(({ id }) => id)}::uuid[]) group by 1`.execute(db);
  return new Map(rows.map(({ id, attempt, returned }) => [id, { attempt, returned }]));
}

// The same text as proof.ts hashes over the stored rows.
function lineContent({ ordinal, payee, account, fen, offsets, attempts, reissueOf }: NewLine): string {
  const to = `${account?.id ?? '-'} ${account?.version ?? 0}`;
  const dues = payee.items.map((one, at) => `${at + 1} ${one.fen} ${one.id} ${attempts.get(one.id) ?? 1}`);
  const lowered = offsets.map((one, at) => `${payee.items.length + at + 1} ${-one.fen} ${one.id} 0`);
  return `${ordinal} ${payee.id} ${payee.divisionId} ${reissueOf ?? '-'} ${to} ${fen} ${payee.factsSeq} ${[...dues, ...lowered].join(' ')}`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const LINE_COLUMNS = [
  ...['county_id', 'id', 'batch_id', 'division_id', 'ordinal', 'person_id', 'account_id', 'account_version'],
  ...['fen', 'facts_seq', 'reissue_of', 'content_hash'],
];
const ITEM_COLUMNS = ['county_id', 'line_id', 'item_no', 'fen', 'accrual_id', 'attempt', 'recovery_id'];

async function insertOffsets(db: Db, ctx: Ctx, countyId: number, lines: readonly NewLine[]): Promise<void> {
  const rows = lines.flatMap(({ payee, offsets }) =>
    offsets.map(({ id, claimId, fen }) => ({
      ...{ county_id: countyId, id, division_id: payee.divisionId, claim_id: claimId, fen, kind: 'offset' },
      ...{ on_day: ctx.today, actor_id: ctx.actor.id, actor_name: ctx.actor.name },
      at: new Date(ctx.now).toISOString(),
    })),
  );
  for (let at = 0; at < rows.length; at += 1_000)
    await db
      .insertInto('recovery')
      .values(rows.slice(at, at + 1_000))
      .execute();
}

function* itemRows(countyId: number, { id, payee, offsets, attempts }: NewLine): Generator<string> {
  let no = 0;
  for (const one of payee.items)
    yield `${countyId}\t${id}\t${++no}\t${one.fen}\t${one.id}\t${attempts.get(one.id) ?? 1}\t\\N\n`;
  for (const one of offsets) yield `${countyId}\t${id}\t${++no}\t${-one.fen}\t\\N\t\\N\t${one.id}\n`;
}

/** Writes the lines of a new batch with their items and what is set off. Answers the batch's hash. */
export async function insertLines(
  db: Db,
  ctx: Ctx,
  countyId: number,
  batchId: string,
  lines: readonly NewLine[],
): Promise<string> {
  const hashes: string[] = [];
  await copyRows(db, 'pay_line', LINE_COLUMNS, async (copy) => {
    for (const line of lines) {
      const { id, ordinal, payee, account, fen, reissueOf } = line;
      const hash = sha256(lineContent(line));
      hashes.push(hash);
      const own = `${countyId}\t${id}\t${batchId}\t${payee.divisionId}\t${ordinal}\t${payee.id}`;
      const to = `${copyText(account?.id)}\t${copyText(account?.version)}`;
      await copy.write(
        `${own}\t${to}\t${fen}\t${payee.factsSeq}\t${copyText(reissueOf)}\t${copyBytes(hash)}\n`,
      );
    }
  });
  await insertOffsets(db, ctx, countyId, lines);
  await copyRows(db, 'line_item', ITEM_COLUMNS, async (copy) => {
    for (const line of lines) for (const row of itemRows(countyId, line)) await copy.write(row);
  });
  return sha256(hashes.join('\n'));
}
