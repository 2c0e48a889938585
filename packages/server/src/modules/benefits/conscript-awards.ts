import { type Month, monthOf, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import {
  type AwardFund,
  decideAwards,
  findRun,
  keptTrace,
  type NewAward,
  notRevoked,
  type RunAnswer,
  type RunPlace,
} from '../disbursement/index.ts';
import { personByNumber } from '../registry/index.ts';
import { lawOf } from '../standards/index.ts';
import { readConscripts } from './conscripts.ts';
import { answersOf } from './due.ts';
import type { RollPerson } from './facts.ts';

/** A soldier's family that gets nothing posted, and what is missing. */
export interface FamilyLeft {
  readonly name: string;
  readonly missing: readonly string[];
}

export interface ConscriptsPosted {
  /** Null when there was nobody to post for. */
  readonly run: RunAnswer | null;
  readonly left: readonly FamilyLeft[];
}

/**
 * Entries of soldiers whose family was paid for a year already, in imported lists or by an award. A soldier is told under
 * the first entry of his that counts: an award may have been decided when another was the first.
 */
async function paidFor(
  db: Db,
  { countyId, divisionId }: RunPlace,
  year: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`with entries as (
      select id, benefit_year, voided_at, first_value(id) over (partition by soldier_name,
        coalesce(soldier_identity_hash, ''::bytea), enlisted_on
        order by voided_at is not null, benefit_year, id) as first
      from conscript_allowance where county_id = ${countyId} and division_id = ${divisionId})
    select first as id from entries where benefit_year = ${year} and voided_at is null
    union select e.first from award w join entries e on e.id = w.source_id
    where w.county_id = ${countyId} and w.division_id = ${divisionId} and w.kind = '优待金'
      and w.month / 12 = ${year} and ${notRevoked}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Who draws for the soldier: the person of that number, made one where he is not yet. */
async function payeeOf(db: Db, ctx: Ctx, place: RunPlace, family: RollPerson): Promise<string | undefined> {
  if (family.identitySealed === null) return undefined;
  return personByNumber(db, ctx, place, family.name, ctx.keys.open(family.identitySealed));
}

interface Amount extends Pick<NewAward, 'month' | 'fen' | 'trace' | 'derived' | 'reason'> {
  readonly fund: AwardFund;
  readonly source: { readonly kind: string; readonly id: string };
}

interface FamilyDue {
  readonly amounts: readonly Amount[];
  readonly missing: readonly string[];
}

function dueInYear(family: RollPerson, law: Parameters<typeof answersOf>[1], year: number): FamilyDue {
  const soldier = family.plain.rights[0]?.id ?? '';
  const answers = answersOf(family, law, { from: monthOf(year, 1), to: monthOf(year, 12) });
  const missing = new Set(
    answers.flatMap(({ outcome }) => (outcome.kind === 'unknown' ? outcome.missing : [])),
  );
  const amounts = answers.flatMap(({ month, lines, outcome }) =>
    lines.map(({ component, fund, fen }) => ({
      ...{ month, fen, fund, trace: keptTrace(outcome.trace), reason: `${year} 年义务兵家庭优待金` },
      derived: outcome.kind === 'due' && outcome.derived,
      source: { kind: `conscript ${monthText(month as Month)} ${component} ${fund}`, id: soldier },
    })),
  );
  return { amounts, missing: [...missing] };
}

/**
 * Posts the allowances of a year to the families of conscripts, one amount a soldier, as the county's rate gives it.
 * Families paid for that year already are left out, so that the command may be said again when a list has grown.
 */
export async function postConscripts(
  db: Db,
  ctx: Ctx,
  place: RunPlace,
  { commandKey, year }: { readonly commandKey: string; readonly year: number },
): Promise<ConscriptsPosted> {
  const known = await findRun(db, place, commandKey);
  if (known !== undefined) return { run: known, left: [] };
  const law = await lawOf(db, place);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`conscripts ${place.divisionId} ${year}`}, 0))`.execute(
    db,
  );
  const paid = await paidFor(db, place, year);
  const roll = { countyId: place.countyId, divisionIds: [place.divisionId] };
  const awards: NewAward[] = [];
  const left: FamilyLeft[] = [];
  for (const family of await readConscripts(db, roll)) {
    if (paid.has(family.plain.rights[0]?.id ?? '')) continue;
    const { amounts, missing } = dueInYear(family, law, year);
    const personId = amounts.length > 0 ? await payeeOf(db, ctx, place, family) : undefined;
    if (amounts.length > 0 && personId === undefined)
      left.push({ name: family.name, missing: ['fact:payeeIdentity'] });
    else if (missing.length > 0) left.push({ name: family.name, missing });
    if (personId !== undefined) awards.push(...amounts.map((amount) => ({ ...amount, personId })));
  }
  if (awards.length === 0) return { run: null, left };
  const asked = { commandKey, kind: '优待金', awards, lawHash: law.hash } as const;
  return { run: await decideAwards(db, ctx, place, asked), left };
}
