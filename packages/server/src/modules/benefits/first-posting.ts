import type { Timeline } from '@shuangyong/policy';
import { type Month, monthText } from '@shuangyong/values';
import { keptTrace, type NewAccrual, type UnknownRight } from '../disbursement/index.ts';
import type { Worker } from './accrue-work.ts';
import type { PersonPosting, PostingFrame, RightDue } from './posting.ts';

/** A line before anybody's name stands in it. */
type Pattern = Pick<
  NewAccrual,
  'component' | 'fund' | 'month' | 'fen' | 'dueAfterFen' | 'cause' | 'derived' | 'trace' | 'seq' | 'ref'
>;

interface Patterns {
  readonly from: Month;
  readonly to: Month;
  readonly postedMonth: Month;
  readonly lines: readonly Pattern[];
  readonly gap: Omit<UnknownRight, 'personId' | 'kind'> | undefined;
}

/** People alike share a timeline, and what is posted for them the first time but for their names. */
const kept = new WeakMap<Timeline, Patterns>();

function patternsOf(timeline: Timeline, from: Month, { to, postedMonth }: PostingFrame): Patterns {
  const known = kept.get(timeline);
  if (known && known.from === from && known.to === to && known.postedMonth === postedMonth) return known;
  const made = { from, to, postedMonth, ...patternsIn(timeline, from, to, postedMonth) };
  kept.set(timeline, made);
  return made;
}

function patternsIn(
  timeline: Timeline,
  from: Month,
  to: Month,
  postedMonth: Month,
): Pick<Patterns, 'lines' | 'gap'> {
  const months = timeline.months().filter(({ month }) => month >= from && month <= to);
  const gaps = months.filter(({ outcome }) => outcome.kind === 'unknown');
  const missing = gaps.flatMap(({ outcome }) => (outcome.kind === 'unknown' ? outcome.missing : []));
  const [first] = gaps;
  const lines = months.flatMap(({ month, outcome, lines: own }) => {
    const sums = new Map<string, Pattern>();
    for (const { component, fund, fen } of own) {
      const sum = fen + (sums.get(`${component} ${fund}`)?.fen ?? 0);
      sums.set(`${component} ${fund}`, {
        ...{ ref: '', component, fund, month, seq: 1, fen: sum, dueAfterFen: sum },
        cause: month >= postedMonth ? 'regular' : 'arrears',
        derived: outcome.kind === 'due' && outcome.derived,
        trace: keptTrace(outcome.trace),
      });
    }
    return [...sums.values()];
  });
  const gap = first && {
    ...{ missing: [...new Set(missing)], fromMonth: monthText(first.month), months: gaps.length },
  };
  return { lines, gap };
}

/** What is posted for somebody of whom nothing stands in the ledger for these months: everything that is due. */
export function firstPosting(
  worker: Worker,
  rights: readonly RightDue[],
  frame: PostingFrame,
): PersonPosting {
  const lines: NewAccrual[] = [];
  const unknown: UnknownRight[] = [];
  const { id: personId } = worker;
  const factsSeq = worker.heads[0]?.factsSeq ?? 0;
  const { divisionId, postedMonth } = frame;
  for (const { kind, from, timeline } of rights) {
    const patterns = patternsOf(timeline, Math.max(from, frame.from) as Month, frame);
    for (const pattern of patterns.lines)
      lines.push({ ...pattern, divisionId, personId, kind, factsSeq, postedMonth });
    if (patterns.gap) unknown.push({ personId, kind, ...patterns.gap });
  }
  return { lines, unknown };
}
