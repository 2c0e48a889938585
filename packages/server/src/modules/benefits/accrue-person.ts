import { CATEGORIES, type Law } from '@shuangyong/policy';
import type { Month } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';
import {
  type NewAccrual,
  type NewStart,
  type StartBook,
  startOf,
  type UnknownRight,
} from '../disbursement/index.ts';
import type { Posted, Worker, WorkPlace } from './accrue-work.ts';
import { timelinesOf } from './due.ts';
import type { RollPerson } from './facts.ts';
import { firstPosting } from './first-posting.ts';
import { type PersonPosting, type PostingFrame, postingOf, type RightDue } from './posting.ts';
import { peopleOnRoll, readRoll } from './roll.ts';

/** What the run of one township rests on. */
export interface Ground {
  readonly place: WorkPlace;
  readonly law: Law;
  readonly starts: StartBook;
  readonly posted: ReadonlyMap<string, readonly Posted[]>;
  readonly through: Month;
  /** Last month of the township before; 0 when there was none. */
  readonly settled: Month;
  readonly isBehind: boolean;
  readonly postedMonth: Month;
}

export interface Outcome {
  readonly lines: NewAccrual[];
  readonly unknown: UnknownRight[];
  readonly starts: NewStart[];
  people: number;
}

/** The registration that counts, then the others. */
export const idsOf = ({ id, heads }: Worker): readonly [string, ...string[]] =>
  heads.length === 1 ? [id] : [id, ...heads.map((head) => head.id).filter((other) => other !== id)];

/** The frame of a person: months settled before are left out unless something of his changed. */
function frameOf({ isDirty }: Worker, { place, through, settled, postedMonth }: Ground): PostingFrame {
  const from = (isDirty ? 0 : settled + 1) as Month;
  return { divisionId: place.divisionId, from, to: Math.max(through, settled) as Month, postedMonth };
}

interface StartedRight extends RightDue {
  readonly start: NewStart | undefined;
}

/** A person's rights with their months from where the ledger of each begins. */
function rightsDue(worker: Worker, person: RollPerson, ground: Ground, frame: PostingFrame): StartedRight[] {
  const paid = person.plain.rights.map(({ category }, index) => {
    if (CATEGORIES[category]?.benefit == null) return undefined;
    const begins = person.rights[index]?.rows[0]?.from_month ?? (0 as Month);
    return startOf(ground.starts, idsOf(worker), category, begins);
  });
  const first = Math.min(...paid.flatMap((start) => start?.month ?? []));
  const from = Math.max(first, frame.from) as Month;
  if (!(from <= frame.to)) return [];
  const timelines = timelinesOf(person, ground.law, { from, to: frame.to });
  return person.plain.rights.flatMap(({ category: kind }, index) => {
    const [start, timeline] = [paid[index], timelines[index]];
    if (start === undefined || timeline === undefined) return [];
    const { month, basis, isWritten } = start;
    return [
      {
        kind,
        from: month,
        timeline,
        start: isWritten ? undefined : { personId: worker.id, kind, month, basis },
      },
    ];
  });
}

function addPerson(worker: Worker, person: RollPerson | undefined, ground: Ground, outcome: Outcome): void {
  const frame = frameOf(worker, ground);
  const rights = person === undefined ? [] : rightsDue(worker, person, ground, frame);
  const isNew = worker.heads.every(({ id }) => !ground.posted.has(id));
  const posting: PersonPosting = isNew
    ? firstPosting(worker, rights, frame)
    : postingOf(worker, rights, ground.posted, frame);
  outcome.people += 1;
  for (const line of posting.lines) outcome.lines.push(line);
  for (const one of posting.unknown) outcome.unknown.push(one);
  const kinds = new Set(
    posting.lines.flatMap(({ personId, kind }) => (personId === worker.id ? [kind] : [])),
  );
  for (const { kind, start } of rights) if (start && kinds.has(kind)) outcome.starts.push(start);
}

/** Few are asked for by their ids; of many, and of everybody, the whole roll is read. */
const MOST_ASKED = 2_000;

async function* rollOf(
  db: Db,
  { place, isBehind }: Ground,
  workers: readonly Worker[],
): AsyncGenerator<RollPerson> {
  const roll = { countyId: place.countyId, divisionIds: [place.divisionId] };
  const ids = workers.map(({ id }) => id);
  if (isBehind || ids.length > MOST_ASKED) yield* readRoll(db, roll);
  else if (ids.length > 0) yield* await peopleOnRoll(db, roll, ids);
}

/** Somebody of whom nothing has changed. */
const unchanged = ({ id, factsSeq = 0 }: RollPerson): Worker => ({
  ...{ id, heads: [{ id, factsSeq, isDirty: false }], isDirty: false },
});

/** Computes people one after another; whoever has no right any more may have lines that are not due any more. */
export async function addWorkers(
  db: Db,
  workers: readonly Worker[],
  ground: Ground,
  outcome: Outcome,
): Promise<void> {
  const left = new Map(workers.map((worker) => [worker.id, worker]));
  for await (const person of rollOf(db, ground, workers)) {
    const worker = left.get(person.id) ?? (ground.isBehind ? unchanged(person) : undefined);
    if (worker === undefined) continue;
    left.delete(person.id);
    addPerson(worker, person, ground, outcome);
  }
  for (const worker of left.values()) addPerson(worker, undefined, ground, outcome);
}

/** Takes back what was worked out for some people: they are computed again. */
export function dropPeople(outcome: Outcome, workers: readonly Worker[]): void {
  const ids = new Set(workers.flatMap(idsOf));
  const keep = <T extends { readonly personId: string }>(list: T[]) => {
    const kept = list.filter(({ personId }) => !ids.has(personId));
    list.splice(0, list.length, ...kept);
  };
  keep(outcome.lines);
  keep(outcome.unknown);
  keep(outcome.starts);
}

export const newOutcome = (): Outcome => ({ lines: [], unknown: [], starts: [], people: 0 });
