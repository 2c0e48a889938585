import { figureText } from './forms.ts';
import { figuresOf, isPrinted } from './places.ts';
import type { Draft, Figures } from './types.ts';

/** A printed figure that the records would word otherwise today. */
export type Difference = {
  readonly place: string;
  readonly code: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** As 更正说明 prints it. */
  readonly sentence: string;
};

/**
 * What has changed since a summary was signed, in its own words and order, each code once.
 * A changed value behind an unchanged 200余 is no difference of the text; the frozen values tell that one.
 */
export function laterDifferences(signed: Draft, now: Figures): Difference[] {
  const seen = new Set<string>();
  return figuresOf(signed).flatMap(({ run, sentence }) => {
    const figure = now.get(run.code);
    const after = (figure && figureText(figure, run.unit, run.form)) ?? '没有数';
    if (!isPrinted(sentence) || after === run.text || seen.has(run.code)) return [];
    seen.add(run.code);
    const { place } = sentence;
    const name = figure?.name ?? run.code;
    const words = `${name}：原文「${run.text}」，现为「${after}」（${place}）。`;
    return [{ place, code: run.code, name, before: run.text, after, sentence: words }];
  });
}
