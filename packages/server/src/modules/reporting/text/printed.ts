import type { CheckRules } from './check-rules.ts';
import { figuresOf, isPrinted, sentencesOf } from './places.ts';
import type { Draft, FigureNumber, Figures } from './types.ts';
import { findUnsourced } from './unsourced.ts';

export type PrintedReport = {
  readonly figures: { code: string; value: FigureNumber; text: string; place: string }[];
  readonly typed: { text: string; place: string; reason: string; who: string }[];
  readonly unbound: { text: string; place: string }[];
};

/** What the paper will print, number by number: bound, vouched for, and without any source. */
export function printedReport(draft: Draft, figures: Figures, rules: CheckRules): PrintedReport {
  return {
    figures: figuresOf(draft)
      .filter(({ sentence }) => isPrinted(sentence))
      .map(({ run, sentence }) => ({
        code: run.code,
        value: figures.get(run.code)?.value ?? null,
        text: run.text,
        place: sentence.place,
      })),
    typed: sentencesOf(draft)
      .filter(isPrinted)
      .flatMap(({ place, runs }) =>
        runs.flatMap((run) =>
          run.kind === 'typed' ? [{ text: run.text, place, reason: run.reason, who: run.who }] : [],
        ),
      ),
    unbound: findUnsourced(draft, rules).map(({ text, place }) => ({ text, place })),
  };
}
