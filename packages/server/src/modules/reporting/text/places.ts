import type { Draft, FigureRun, Run, SectionKey, Sentence } from './types.ts';

const PLACE_WORDS: Readonly<Partial<Record<SectionKey, string>>> = { opening: '开头', closing: '结尾' };

export const TITLE_PLACE = '标题';

/** Writes every sentence's place (三.2) from where it stands. Run it after any edit that adds, moves or drops one. */
export function numberPlaces(draft: Draft): Draft {
  return {
    ...draft,
    blocks: draft.blocks.map((block) => ({
      ...block,
      sentences: block.sentences.map((sentence, i) => ({
        ...sentence,
        place: `${PLACE_WORDS[block.section] ?? block.section}.${i + 1}`,
      })),
    })),
  };
}

export const sentencesOf = (draft: Draft): Sentence[] => draft.blocks.flatMap((block) => block.sentences);

/** A sentence one of whose figures has no value is left out of what is printed, and one in which nothing stands. */
export const isPrinted = ({ runs }: Sentence): boolean =>
  runs.some((run) => run.text.trim() !== '') && !runs.some((run) => run.kind === 'figure' && run.text === '');

/** The same draft with every run put through `change`. */
export function mapRuns(draft: Draft, change: (run: Run, sentence: Sentence) => Run): Draft {
  return {
    ...draft,
    blocks: draft.blocks.map((block) => ({
      ...block,
      sentences: block.sentences.map((sentence) => ({
        ...sentence,
        runs: sentence.runs.map((run) => change(run, sentence)),
      })),
    })),
  };
}

export type PlacedFigure = { readonly run: FigureRun; readonly sentence: Sentence };

/** The figures a draft prints, in reading order. */
export function figuresOf(draft: Draft): PlacedFigure[] {
  return sentencesOf(draft).flatMap((sentence) =>
    sentence.runs.flatMap((run) => (run.kind === 'figure' ? [{ run, sentence }] : [])),
  );
}
