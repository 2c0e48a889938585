import type { Outcome, Timeline, Trace } from '@shuangyong/policy';
import { type Month, monthText } from '@shuangyong/values';
import {
  type AccrualCause,
  type KeptTrace,
  keptTrace,
  type NewAccrual,
  type UnknownRight,
} from '../disbursement/index.ts';
import type { Posted, Worker } from './accrue-work.ts';

/** One right's months as the law gives them, from its first month in the ledger. */
export interface RightDue {
  readonly kind: string;
  readonly from: Month;
  readonly timeline: Timeline;
}

/** The months a person is computed for, and where and when it is posted. */
export interface PostingFrame {
  readonly divisionId: string;
  /** Months before are settled; 0 computes everything. */
  readonly from: Month;
  readonly to: Month;
  readonly postedMonth: Month;
}

interface Wanted {
  readonly kind: string;
  readonly component: string;
  readonly fund: string;
  readonly month: Month;
  fen: number;
}

interface PersonDue {
  readonly wanted: ReadonlyMap<string, Wanted>;
  /** The answer of each month of a right. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly unknown: readonly UnknownRight[];
}

const monthKey = (kind: string, month: number) => `${kind}|${month}`;
const keyOf = ({ kind, component, fund, month }: Omit<Wanted, 'fen'>) =>
  `${kind}|${component}|${fund}|${month}`;

interface Gap {
  readonly missing: Set<string>;
  readonly from: Month;
  months: number;
}

/** What the law gives in the months of the frame, by component and fund. */
function dueOfPerson(id: string, rights: readonly RightDue[], frame: PostingFrame): PersonDue {
  const wanted = new Map<string, Wanted>();
  const outcomes = new Map<string, Outcome>();
  const unknown: UnknownRight[] = [];
  for (const { kind, from, timeline } of rights) {
    let gap: Gap | undefined;
    for (const { month, outcome, lines } of timeline.months()) {
      if (month < from || month < frame.from || month > frame.to) continue;
      outcomes.set(monthKey(kind, month), outcome);
      if (outcome.kind === 'unknown') {
        gap ??= { missing: new Set(), from: month, months: 0 };
        gap.months += 1;
        for (const what of outcome.missing) gap.missing.add(what);
      }
      for (const { component, fund, fen } of lines) {
        const line = { kind, component, fund, month, fen };
        const known = wanted.get(keyOf(line));
        if (known) known.fen += fen;
        else wanted.set(keyOf(line), line);
      }
    }
    if (gap) unknown.push({ personId: id, kind, ...toldGap(gap) });
  }
  return { wanted, outcomes, unknown };
}

const toldGap = ({ missing, from, months }: Gap) => ({
  ...{ missing: [...missing], fromMonth: monthText(from), months },
});

/** Nothing of the roll speaks of the month: the right was struck off, or began later than it was posted for. */
const NO_RIGHT: Trace = Object.freeze({ regime: 'no-right', source: '', article: '', steps: [] });

function traceOf(outcome: Outcome | undefined): KeptTrace {
  return keptTrace(outcome?.trace ?? NO_RIGHT);
}

/** What one registration has posted for a component of a month. */
interface Share {
  readonly personId: string;
  readonly factsSeq: number;
  readonly posted: Posted | undefined;
}

interface Difference {
  readonly key: Omit<Wanted, 'fen'>;
  readonly fen: number;
  readonly outcome: Outcome | undefined;
}

function causeOf(seq: number, fen: number, month: Month, postedMonth: Month): AccrualCause {
  if (fen < 0) return 'correction';
  return seq === 1 && month >= postedMonth ? 'regular' : 'arrears';
}

function lineOf({ key, outcome }: Difference, share: Share, fen: number, frame: PostingFrame): NewAccrual {
  const seq = (share.posted?.seq ?? 0) + 1;
  return {
    ...{ divisionId: frame.divisionId, personId: share.personId, ...key, ref: '', seq, fen },
    dueAfterFen: (share.posted?.allFen ?? 0) + fen,
    cause: causeOf(seq, fen, key.month, frame.postedMonth),
    derived: outcome?.kind === 'due' && outcome.derived,
    trace: traceOf(outcome),
    factsSeq: share.factsSeq,
    postedMonth: frame.postedMonth,
  };
}

/**
 * More is posted to the registration that counts; less is taken back where it was posted, from registrations merged
 * into it first.
 */
function linesOf(difference: Difference, shares: readonly Share[], frame: PostingFrame): NewAccrual[] {
  const [own, ...merged] = shares;
  if (own === undefined) return [];
  if (difference.fen > 0) return [lineOf(difference, own, difference.fen, frame)];
  const lines: NewAccrual[] = [];
  let left = -difference.fen;
  for (const share of [...merged, own]) {
    const part = share === own ? left : Math.min(left, Math.max(share.posted?.fen ?? 0, 0));
    if (part > 0) lines.push(lineOf(difference, share, -part, frame));
    left -= part;
  }
  return lines;
}

/** An unknown month is left as it stands; so is a component that could not be computed beside one that could. */
function isLeft(outcome: Outcome | undefined, wanted: Wanted | undefined): boolean {
  if (outcome?.kind === 'unknown') return true;
  return outcome?.kind === 'due' && outcome.missing.length > 0 && wanted === undefined;
}

export interface PersonPosting {
  readonly lines: readonly NewAccrual[];
  readonly unknown: readonly UnknownRight[];
}

/**
 * The lines that bring the ledger of a person to what is due: for each component of each month the difference, in
 * whole fen. Months posted but not due any more are taken back; unknown months are neither posted nor taken back.
 */
export function postingOf(
  worker: Worker,
  rights: readonly RightDue[],
  posted: ReadonlyMap<string, readonly Posted[]>,
  frame: PostingFrame,
): PersonPosting {
  const { wanted, outcomes, unknown } = dueOfPerson(worker.id, rights, frame);
  const known = worker.heads.map(({ id }) => new Map((posted.get(id) ?? []).map((one) => [keyOf(one), one])));
  const keys = new Map<string, Omit<Wanted, 'fen'>>(wanted);
  for (const own of known)
    for (const [key, { kind, component, fund, month }] of own)
      if (month >= frame.from && month <= frame.to) keys.set(key, { kind, component, fund, month });
  const lines: NewAccrual[] = [];
  for (const [key, { kind, component, fund, month }] of keys) {
    const outcome = outcomes.get(monthKey(kind, month));
    const due = wanted.get(key);
    if (isLeft(outcome, due)) continue;
    const shares = worker.heads.map(({ id, factsSeq }, at) => ({
      ...{ personId: id, factsSeq, posted: known[at]?.get(key) },
    }));
    const stands = shares.reduce((sum, share) => sum + (share.posted?.fen ?? 0), 0);
    const fen = (due?.fen ?? 0) - stands;
    if (fen !== 0)
      lines.push(...linesOf({ key: { kind, component, fund, month }, fen, outcome }, shares, frame));
  }
  return { lines, unknown };
}
