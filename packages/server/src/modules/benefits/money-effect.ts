import { addMonths, type Month, monthOfDay, monthText } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { MoneyEffect } from '../../platform/records/routes.ts';
import { getSetting } from '../../platform/settings/index.ts';
import {
  claimsOf,
  type FreeAccrual,
  type NewAccrual,
  offsetClaims,
  PENSIONS,
  pendingKeys,
  readFree,
  readStarts,
} from '../disbursement/index.ts';
import { lawOf } from '../standards/index.ts';
import { addWorkers, idsOf, newOutcome } from './accrue-person.ts';
import { postedOf, type Worker, type WorkPlace, workersOf } from './accrue-work.ts';
import { continuationsOf } from './continued.ts';

/** What would be posted for some people now, and what of it would be claimed back. */
interface Draft {
  readonly lines: readonly NewAccrual[];
  readonly claims: readonly FreeAccrual[];
}

/** What a run would post for some people up to a month, every month of theirs looked at; nothing is written. */
export async function linesNow(
  db: Db,
  place: WorkPlace,
  workers: readonly Worker[],
  through: Month,
): Promise<readonly NewAccrual[]> {
  const outcome = newOutcome();
  const ground = {
    ...{
      place,
      law: await lawOf(db, place),
      starts: await readStarts(db, place, workers.flatMap(idsOf), false),
    },
    ...{
      posted: await postedOf(db, place, { workers, settled: through, isBehind: false }),
      through,
      settled: through,
      isBehind: false,
      postedMonth: through,
    },
  };
  await addWorkers(db, workers, ground, outcome);
  return outcome.lines;
}

const asFree = (line: NewAccrual, at: number): FreeAccrual => ({ ...line, id: String(at) });

async function draftOf(db: Db, place: WorkPlace, ids: readonly string[], through: Month): Promise<Draft> {
  const workers = await workersOf(db, place, ids);
  const lines = await linesNow(db, place, workers, through);
  const personIds = workers.flatMap(idsOf);
  const asked = {
    countyId: place.countyId,
    divisionIds: [place.divisionId],
    kind: PENSIONS,
    through,
    personIds,
  };
  const free = [...(await readFree(db, asked)), ...lines.map(asFree)];
  const { claims } = claimsOf(free, await pendingKeys(db, place.countyId, free));
  return { lines, claims };
}

/** Sums of lines by month, those of months continued after death apart. */
function byMonth(lines: readonly NewAccrual[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { month, component, fen } of lines)
    for (const key of component === 'afterDeath' ? [`${month}`, `${month} continued`] : [`${month}`])
      sums.set(key, (sums.get(key) ?? 0) + fen);
  return sums;
}

/** What would be claimed back, by month, as a positive sum. */
function claimedBy({ claims }: Draft): Map<Month, number> {
  const sums = new Map<Month, number>();
  for (const { month, fen } of claims) sums.set(month, (sums.get(month) ?? 0) - fen);
  return sums;
}

function claimsBetween(before: Draft, after: Draft) {
  const [was, is] = [claimedBy(before), claimedBy(after)];
  const claims = [...new Set([...was.keys(), ...is.keys()])]
    .sort((a, b) => a - b)
    .map((month) => ({ month: monthText(month), fen: (is.get(month) ?? 0) - (was.get(month) ?? 0) }))
    .filter(({ fen }) => fen !== 0);
  return { claims, claimFen: claims.reduce((sum, { fen }) => sum + fen, 0) };
}

type Difference = Omit<MoneyEffect, 'afterDeath' | 'isSetOff'>;

function differenceOf(before: Draft, after: Draft, through: Month): Difference {
  const [was, is] = [byMonth(before.lines), byMonth(after.lines)];
  const changed = [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({
      month: monthText(Number.parseInt(key, 10) as Month),
      fen: (is.get(key) ?? 0) - (was.get(key) ?? 0),
      isContinued: key.endsWith('continued'),
    }))
    .filter(({ fen }) => fen !== 0)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  const months = changed.filter(({ isContinued }) => !isContinued).map(({ month, fen }) => ({ month, fen }));
  const sum = (of: (fen: number) => boolean) =>
    months.reduce((total, { fen }) => (of(fen) ? total + fen : total), 0);
  return {
    ...{
      through: monthText(through),
      months,
      moreFen: sum((fen) => fen > 0),
      lessFen: sum((fen) => fen < 0),
    },
    ...claimsBetween(before, after),
    continued: changed.filter(({ isContinued, fen }) => isContinued && fen > 0).map(({ month }) => month),
  };
}

/** The month up to which people are looked at: the present one, or the last that was posted. */
async function throughOf(db: Db, ctx: Ctx, { countyId, divisionId }: WorkPlace): Promise<Month> {
  const town = await db
    .selectFrom('ledger_town')
    .select('through_month')
    .where('county_id', '=', countyId)
    .where('division_id', '=', divisionId)
    .executeTakeFirst();
  return Math.max(town?.through_month ?? 0, monthOfDay(ctx.today)) as Month;
}

/**
 * What a change of facts does to money: months that change and by how much, what would be claimed back, months
 * continued after a death. The change is made by the caller's own function inside a transaction that is rolled back
 * afterwards; nothing is posted. Null where nothing tells when the ledger begins.
 */
export async function moneyEffectOf(
  db: Db,
  ctx: Ctx,
  place: WorkPlace,
  { personIds, change }: { readonly personIds: readonly string[]; readonly change: () => Promise<void> },
): Promise<MoneyEffect | null> {
  const through = await throughOf(db, ctx, place);
  const draft = () => draftOf(db, place, personIds, through).catch(unlessStarted);
  const before = await draft();
  await change();
  const after = await draft();
  if (before === null || after === null) return null;
  // One month more: who died this month is paid on from the next.
  const workers = await workersOf(db, place, personIds);
  const ahead = await linesNow(db, place, workers, addMonths(through, 1));
  return {
    ...differenceOf(before, after, through),
    afterDeath: await continuationsOf(db, place, ahead),
    isSetOff: await getSetting(db, place, offsetClaims, ctx.today),
  };
}

function unlessStarted(error: unknown): null {
  if (error instanceof Refusal && error.code === 'no_ledger_start') return null;
  throw error;
}
