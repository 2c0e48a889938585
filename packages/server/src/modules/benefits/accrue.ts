import type { Law } from '@shuangyong/policy';
import type { Month } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import {
  findRun,
  fixStarts,
  postingMonth,
  postRun,
  type RunAnswer,
  type RunCause,
  readStarts,
} from '../disbursement/index.ts';
import { lawOf } from '../standards/index.ts';
import { addWorkers, dropPeople, type Ground, idsOf, newOutcome, type Outcome } from './accrue-person.ts';
import { postedOf, settleHeads, takeLate, takeWork, type WorkAsked, type WorkPlace } from './accrue-work.ts';

export type Accrued = RunAnswer;

export interface AccrueAsked {
  /** One command, one run: the same key answers what it answered before and does nothing. */
  readonly commandKey: string;
  /** Last month to be posted. */
  readonly through: Month;
  readonly cause: RunCause;
  /** Computes everybody again, whether anything of his changed or not. */
  readonly all?: boolean;
}

export interface AccruePlace extends WorkPlace {
  /** Townships to be run; the place itself when absent. */
  readonly divisionIds?: readonly string[];
}

async function runTownship(
  db: Db,
  ctx: Ctx,
  place: WorkPlace,
  asked: AccrueAsked,
  outcome: Outcome,
): Promise<Law> {
  const law = await lawOf(db, place);
  const { through } = asked;
  const postedMonth = await postingMonth(db, place, ctx.today);
  const wanted = { lawHash: law.hash, through, all: asked.all ?? false };
  const work = await takeWork(db, place, wanted);
  const { workers, settled, isBehind } = work;
  const starts = await readStarts(db, place, workers.flatMap(idsOf), isBehind);
  const posted = await postedOf(db, place, work);
  const ground: Ground = { place, law, starts, posted, through, settled, isBehind, postedMonth };
  await addWorkers(db, workers, ground, outcome);
  await settleHeads(db, place, work, wanted);
  await addLate(db, ground, wanted, outcome);
  return law;
}

/** A clerk who writes while a run reads does it seldom, and hardly ever twice about the same person. */
const MOST_PASSES = 5;

/**
 * Whoever was entered or changed while the roll was read is computed once more, starts first, as if he had been known
 * from the beginning. What is written after that is the next run's.
 */
async function addLate(db: Db, ground: Ground, wanted: WorkAsked, outcome: Outcome): Promise<void> {
  const { place } = ground;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const workers = await takeLate(db, place);
    if (workers.length === 0) return;
    dropPeople(outcome, workers);
    const work = { workers, settled: ground.settled, isBehind: false };
    const starts = await readStarts(db, place, workers.flatMap(idsOf), false);
    const posted = await postedOf(db, place, work);
    await addWorkers(db, workers, { ...ground, ...work, starts, posted }, outcome);
    await settleHeads(db, place, work, wanted);
  }
}

/**
 * Brings the ledger of a place to what is due up to a month: posts for every right, component, fund and month the
 * difference to what stands there. Only people whose facts, law or last month are behind are computed. Answers what
 * was posted and whose rights could not be computed (nothing is posted for them or taken back). Late facts, raises,
 * deaths and mistakes need no other command. Refuses `no_ledger_start` where nothing tells when the ledger begins.
 */
export async function accrue(db: Db, ctx: Ctx, place: AccruePlace, asked: AccrueAsked): Promise<Accrued> {
  const { countyId, divisionId } = place;
  const known = await findRun(db, place, asked.commandKey);
  if (known !== undefined) return known;
  const outcome = newOutcome();
  let law: Law | undefined;
  for (const town of [...(place.divisionIds ?? [divisionId])].sort())
    law = await runTownship(db, ctx, { countyId, divisionId: town }, asked, outcome);
  const { lines, unknown, people, starts } = outcome;
  const { commandKey, cause, through } = asked;
  const lawHash = (law ?? (await lawOf(db, place))).hash;
  const run = { commandKey, cause, through, lawHash, people, unknown };
  const answer = await postRun(db, ctx, { countyId, divisionId }, run, lines);
  await fixStarts(db, countyId, answer.runId, starts);
  return answer;
}
