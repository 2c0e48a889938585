import { mapRuns, sentencesOf } from './places.ts';
import type { Draft, FigureRun, Figures, TypedRun } from './types.ts';

const NUMERAL = /[0-9０-９〇零一二两三四五六七八九十百千万亿]/;

/** What a page may not decide about the draft it hands in. */
export type Owned = {
  /** The draft as it was stored, with the numbers that somebody has already vouched for. */
  readonly before: Draft | undefined;
  readonly names: readonly string[];
  readonly figures: Figures;
  /** Whoever saves. */
  readonly who: string;
};

/**
 * A draft from a page with all that is not the page's to say: proper names (they hide numerals from the check), who
 * vouches for a number, and measure words that would smuggle a number in.
 */
export function ownedDraft(draft: Draft, { before, names, figures, who }: Owned): Draft {
  const vouched = new Set(before ? typedRuns(before).map(keyOf) : []);
  const owned = mapRuns(draft, (run) => {
    if (run.kind === 'figure') return withPlainUnit(run, figures);
    if (run.kind !== 'typed' || vouched.has(keyOf(run))) return run;
    return { ...run, who: run.reason.trim() === '' ? '' : who };
  });
  return { ...owned, names: [...names] };
}

const typedRuns = (draft: Draft): TypedRun[] =>
  sentencesOf(draft).flatMap(({ runs }) => runs.filter((run) => run.kind === 'typed'));

const keyOf = ({ text, reason, who }: TypedRun): string => JSON.stringify([text, reason, who]);

function withPlainUnit(run: FigureRun, figures: Figures): FigureRun {
  const own = figures.get(run.code)?.unit ?? '';
  return run.unit !== own && NUMERAL.test(run.unit) ? { ...run, unit: own } : run;
}
