import type { Block, Draft, Run, Sentence } from './data.ts';

/** A run of a sentence, as the page speaks of it. */
export interface Spot {
  readonly sentenceId: string;
  readonly run: number;
}

export function spotKey({ sentenceId, run }: Spot): string {
  return `${sentenceId} ${run}`;
}

/** Where the title stands among sentences; the server says the same. */
export const TITLE = '标题';

export function sentencesOf(draft: Draft): Sentence[] {
  return draft.blocks.flatMap((block) => block.sentences);
}

export function findRun(draft: Draft, { sentenceId, run }: Spot): Run | undefined {
  return sentencesOf(draft).find(({ id }) => id === sentenceId)?.runs[run];
}

/** Nothing is written in it yet. */
export function isBlank({ runs }: Sentence): boolean {
  return runs.every((run) => run.kind === 'text' && run.text.trim() === '');
}

/** A sentence whose figure has no value is not printed, nor one in which nothing stands. */
export function isPrinted(sentence: Sentence): boolean {
  return !isBlank(sentence) && !sentence.runs.some((run) => run.kind === 'figure' && run.text === '');
}

/** Text stands before, between and after the figures, empty or not, so that one can write everywhere. */
export function paddedRuns(runs: readonly Run[]): Run[] {
  const padded: Run[] = [{ kind: 'text', text: '' }];
  for (const run of runs) {
    const last = padded.at(-1);
    if (run.kind !== 'text') padded.push(run, { kind: 'text', text: '' });
    else if (last?.kind === 'text') padded[padded.length - 1] = { kind: 'text', text: last.text + run.text };
  }
  return padded;
}

function mapSentences(draft: Draft, change: (sentence: Sentence) => Sentence): Draft {
  return {
    ...draft,
    blocks: draft.blocks.map((block) => ({ ...block, sentences: block.sentences.map(change) })),
  };
}

/** A draft as the page edits it. */
export function openedDraft(draft: Draft): Draft {
  return mapSentences(draft, (sentence) => ({ ...sentence, runs: paddedRuns(sentence.runs) }));
}

/** A draft as it is kept: without empty texts. */
export function closedDraft(draft: Draft): Draft {
  return mapSentences(draft, (sentence) => ({
    ...sentence,
    runs: sentence.runs.filter((run) => run.kind !== 'text' || run.text !== ''),
  }));
}

function changeRuns(
  draft: Draft,
  { sentenceId }: Spot,
  change: (runs: readonly Run[]) => readonly Run[],
): Draft {
  return mapSentences(draft, (sentence) =>
    sentence.id === sentenceId ? { ...sentence, runs: paddedRuns(change(sentence.runs)) } : sentence,
  );
}

/** The office's own words at one place; a figure is never touched by it. */
export function setText(draft: Draft, spot: Spot, text: string): Draft {
  if (spot.sentenceId === TITLE) return { ...draft, title: text };
  return changeRuns(draft, spot, (runs) =>
    runs.map((run, i) => (i === spot.run && run.kind === 'text' ? { ...run, text } : run)),
  );
}

export function replaceRun(draft: Draft, spot: Spot, next: Run): Draft {
  return changeRuns(draft, spot, (runs) => runs.map((run, i) => (i === spot.run ? next : run)));
}

/** A stretch of text becomes a figure or a vouched number; the words on both sides stay. */
export function bindText(draft: Draft, place: Spot & { start: number; end: number }, next: Run): Draft {
  return changeRuns(draft, place, (runs) =>
    runs.flatMap((run, i): Run[] => {
      if (i !== place.run || run.kind !== 'text') return [run];
      const before = { ...run, text: run.text.slice(0, place.start) };
      return [before, next, { ...run, text: run.text.slice(place.end) }];
    }),
  );
}

export function addSentence(
  draft: Draft,
  at: { section: Block['section']; index: number },
  sentence: Sentence,
) {
  return {
    ...draft,
    blocks: draft.blocks.map((block) =>
      block.section === at.section
        ? {
            ...block,
            sentences: [...block.sentences.slice(0, at.index), sentence, ...block.sentences.slice(at.index)],
          }
        : block,
    ),
  };
}

/** The words from `at` on become a sentence of their own, which begins a paragraph. */
export function splitSentence(draft: Draft, { sentenceId, run }: Spot, at: number, id: string): Draft {
  const place = placeOf(draft, sentenceId);
  const text = place?.sentence.runs[run];
  if (place === undefined || text?.kind !== 'text') return draft;
  const { runs } = place.sentence;
  const before = [...runs.slice(0, run), { ...text, text: text.text.slice(0, at) }];
  const after = [{ ...text, text: text.text.slice(at) }, ...runs.slice(run + 1)];
  const rest: Sentence = { id, place: '', opensParagraph: true, runs: paddedRuns(after) };
  const cut = changeRuns(draft, { sentenceId, run }, () => before);
  return addSentence(cut, { section: place.section, index: place.index + 1 }, rest);
}

/** Whether a sentence begins a paragraph. */
export function openParagraph(draft: Draft, sentenceId: string, opens: boolean): Draft {
  return mapSentences(draft, (sentence) => {
    if (sentence.id !== sentenceId) return sentence;
    const { opensParagraph: _, ...rest } = sentence;
    return opens ? { ...rest, opensParagraph: true } : rest;
  });
}

export interface Removed {
  readonly section: Block['section'];
  readonly index: number;
  readonly sentence: Sentence;
}

export function placeOf(draft: Draft, sentenceId: string): Removed | undefined {
  for (const { section, sentences } of draft.blocks) {
    const index = sentences.findIndex(({ id }) => id === sentenceId);
    const sentence = sentences[index];
    if (sentence !== undefined) return { section, index, sentence };
  }
  return undefined;
}

export function removeSentence(draft: Draft, sentenceId: string): Draft {
  return {
    ...draft,
    blocks: draft.blocks.map((block) => ({
      ...block,
      sentences: block.sentences.filter(({ id }) => id !== sentenceId),
    })),
  };
}

const readSentence = ({ reused: _, ...read }: Sentence): Sentence => read;

/** Somebody has read the sentence taken from last year. */
export function markRead(draft: Draft, sentenceId: string): Draft {
  return mapSentences(draft, (sentence) => (sentence.id === sentenceId ? readSentence(sentence) : sentence));
}

/** Somebody has read every sentence of a part. */
export function markSectionRead(draft: Draft, section: Block['section']): Draft {
  return {
    ...draft,
    blocks: draft.blocks.map((block) =>
      block.section === section ? { ...block, sentences: block.sentences.map(readSentence) } : block,
    ),
  };
}

/** Sentences by paragraphs: a block's first sentence and those marked so begin one. */
export function paragraphsOf({ sentences }: Block): Sentence[][] {
  const paragraphs: Sentence[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    if (last === undefined || sentence.opensParagraph) paragraphs.push([sentence]);
    else last.push(sentence);
  }
  return paragraphs;
}
