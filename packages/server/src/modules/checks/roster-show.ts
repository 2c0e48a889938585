import { createHash } from 'node:crypto';
import { addMonths, type Day, monthOfDay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { lastVisit } from '../care/index.ts';
import { paidThrough } from '../disbursement/index.ts';
import { listPeople, type PersonListed } from '../registry/index.ts';
import { isOfMonths, type Payment, shareIn } from './payment.ts';
import { paymentsOf } from './queries.ts';
import { listRosters, type Roster, type RosterHit, type ShownPlace } from './roster-find.ts';
import { EVENT_OF, EXCLUDED_BY_PENSION, type RosterKind } from './roster-kinds.ts';
import { type Verdict, verdictsOf } from './verdicts.ts';

/** What was paid for months after the day a list tells. */
export interface PaidSince {
  readonly months: number;
  readonly fen: number;
}

/** Somebody of the roll in a list, beside what the books say of him. */
export interface ShownHit extends Omit<RosterHit, 'kind' | 'comparedOn'> {
  readonly key: string;
  readonly name: string;
  readonly idMasked: string | null;
  readonly village: string | null;
  readonly categories: readonly string[];
  readonly state: string;
  readonly holdReason: string | null;
  readonly diedOn: Day | null;
  readonly lowIncome: boolean;
  readonly hardship: boolean;
  readonly paidThrough: string | null;
  /** Null where the list tells no day. */
  readonly since: PaidSince | null;
  /** What the D panel would report; null where there is nothing to stop, or it waits already. */
  readonly act: 'death' | 'sentence' | 'stop' | null;
  readonly verdict: Verdict | null;
}

/**
 * Names a likeness: whether the row and the person are one was decided for this list's day. Nothing of the row's own
 * number stands in it.
 */
export function likenessKey({
  kind,
  personId,
  onDay,
}: Pick<RosterHit, 'kind' | 'personId' | 'onDay'>): string {
  return createHash('sha256')
    .update(JSON.stringify(['roster_like', kind, personId, onDay]))
    .digest('hex');
}

/** Payments of pensions for months after the one of a day. */
export function paidAfter(payments: readonly Payment[], day: Day): PaidSince {
  const after = addMonths(monthOfDay(day), 1);
  const late = payments.filter((one) => one.to >= after && isOfMonths(one));
  const months = new Set<number>();
  for (const { from, to, fen } of late)
    if (fen > 0) for (let month = Math.max(from, after); month <= to; month += 1) months.add(month);
  return { months: months.size, fen: late.reduce((sum, one) => sum + shareIn(one, after, one.to), 0) };
}

interface Facts {
  readonly id: string;
  readonly diedOn: Day | null;
  readonly lowIncome: boolean;
  readonly hardship: boolean;
}

async function hitsOfRoster(db: Db, { countyId, divisionIds }: ShownPlace, { id, kind, day }: Roster) {
  const { rows } = await sql<RosterHit>`select coalesce(a.merged_into, h.person_id) as "personId",
      ${kind}::text as kind, h.likeness, h.source_row as row, h.source_sheet as sheet, h.on_day as "onDay",
      ${day}::date as "comparedOn"
    from roster_hit h
    left join person_alias a on a.county_id = h.county_id and a.person_id = h.person_id and a.undone_at is null
    where h.county_id = ${countyId} and h.roster_id = ${id} and h.division_id = any(${divisionIds}::uuid[])
    order by h.likeness desc, h.source_sheet, h.source_row`.execute(db);
  return rows;
}

async function factsOf(
  db: Db,
  countyId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Facts>> {
  const { rows } = await sql<Facts>`select p.id, p.died_on as "diedOn",
      coalesce(bool_or(s.low_income), false) as "lowIncome", coalesce(bool_or(s.extreme_hardship), false) as hardship
    from person p left join spell s on s.county_id = p.county_id and s.person_id = p.id and s.voided_at is null
    where p.county_id = ${countyId} and p.id = any(${ids}::uuid[]) group by p.county_id, p.id, p.died_on`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function listedOf(db: Db, ctx: Ctx, place: ShownPlace, ids: readonly string[]) {
  const { countyId, divisionIds } = place;
  const query = { countyId, divisionIds, asOf: ctx.today, tab: 'all', ids, offset: 0 } as const;
  const { rows } = await listPeople(
    db,
    ctx.keys,
    { ...query, limit: Math.max(ids.length, 1) },
    { paidThrough, lastVisit },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A pension stops the one right that it excludes; a sentence only what is paid; a death is registered of everybody. */
function actOf(kind: RosterKind, person: PersonListed, diedOn: Day | null): ShownHit['act'] {
  const { state, holdReason, categories } = person;
  if (diedOn !== null || holdReason !== null || state === '停发') return null;
  if (kind === '养老金' && !categories.includes(EXCLUDED_BY_PENSION)) return null;
  return kind === '服刑' && state !== '在发' ? null : EVENT_OF[kind];
}

/**
 * A comparison with everybody of the place's roll who stands in the list, those of the same number first, each beside
 * what the books say now. Throws NotFound.
 */
export async function showRoster(db: Db, ctx: Ctx, place: ShownPlace, id: string) {
  const [roster] = await listRosters(db, place, id);
  if (roster === undefined) throw new NotFound();
  const hits = await hitsOfRoster(db, place, roster);
  const ids = [...new Set(hits.map(({ personId }) => personId))];
  const listed = await listedOf(db, ctx, place, ids);
  const facts = await factsOf(db, place.countyId, ids);
  const payments = await paymentsOf(db, place, ids);
  const verdicts = await verdictsOf(db, place.countyId, hits.map(likenessKey));
  const shown = hits.flatMap((hit): ShownHit[] => {
    const person = listed.get(hit.personId);
    const own = facts.get(hit.personId);
    if (person === undefined || own === undefined) return [];
    const { kind, comparedOn: _, ...row } = hit;
    const { name, identity: idMasked, village, categories, state, holdReason } = person;
    const key = likenessKey(hit);
    const paid = payments.get(hit.personId) ?? [];
    return [
      {
        ...{ ...row, key, name, idMasked, village, categories, state, holdReason },
        ...{ diedOn: own.diedOn, lowIncome: own.lowIncome, hardship: own.hardship },
        ...{ paidThrough: person.paidThrough, act: actOf(kind, person, own.diedOn) },
        since: hit.onDay === null ? null : paidAfter(paid, hit.onDay),
        verdict: verdicts.get(key) ?? null,
      },
    ];
  });
  return { roster, hits: shown };
}
