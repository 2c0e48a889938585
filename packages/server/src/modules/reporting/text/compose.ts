import { isZero } from './amounts.ts';
import { anniversaryOf } from './anniversary.ts';
import { holds } from './conditions.ts';
import { writtenRun } from './forms.ts';
import { numberPlaces } from './places.ts';
import type { PlainPart, Template, Word } from './template.ts';
import type { Draft, Figures, Run, Sentence } from './types.ts';
import type { WordedSentence, Wording } from './wording.ts';

export type ComposeInput = {
  readonly year: number;
  /** The office's name as the title prints it: 双河镇. */
  readonly office: string;
  /** Further proper names that may hold numerals: county, villages. */
  readonly names?: readonly string[];
  /** Indicators and, by `withNotes`, what the closing counts. */
  readonly figures: Figures;
  readonly missingSheets: readonly string[];
  readonly wording: Wording;
};

/**
 * The first draft of a year, no number typed. A sentence whose figure is null or nought is left out, never filled;
 * a section without a sentence keeps its heading, so that the office sees what is missing.
 */
export function composeDraft(input: ComposeInput): Draft {
  const { wording } = input;
  const title = runsOf(wording.title, input) ?? [];
  return numberPlaces({
    year: input.year,
    title: title.map((run) => run.text).join(''),
    names: [input.office, ...(input.names ?? [])],
    blocks: wording.sections.map(({ section, heading, sentences }) => ({
      section,
      ...(heading === undefined ? {} : { heading }),
      sentences: sentences.flatMap((worded) => composeSentence(worded, input)),
    })),
  });
}

function composeSentence(worded: WordedSentence, input: ComposeInput): Sentence[] {
  if (worded.when && !holds(worded.when, input.figures, input.year)) return [];
  const variants = worded.variants ?? (worded.text ? [{ when: undefined, text: worded.text }] : []);
  for (const variant of variants) {
    if (variant.when && !holds(variant.when, input.figures, input.year)) continue;
    const runs = runsOf(variant.text, input);
    if (runs)
      return [{ id: worded.id, place: '', ...(worded.opensParagraph ? { opensParagraph: true } : {}), runs }];
  }
  return [];
}

/** The runs of a template, or undefined when a figure outside clauses, or every clause, has nothing to say. */
function runsOf(template: Template, input: ComposeInput): Run[] | undefined {
  let runs: Run[] = [];
  let clauses = 0;
  let kept = 0;
  for (const part of template) {
    if (part.kind !== 'clause') {
      if (!speaks(part, input.figures)) return undefined;
      runs = [...runs, runOf(part, input)];
      continue;
    }
    clauses += 1;
    if (!part.parts.every((each) => speaks(each, input.figures))) continue;
    kept += 1;
    const clause = part.parts.map((each) => runOf(each, input));
    runs = [...runs, ...(runs.some((run) => run.kind === 'figure') ? clause : withoutLeadingComma(clause))];
  }
  if (clauses > 0 && kept === 0 && !runs.some((run) => run.kind === 'figure')) return undefined;
  return mergeText(runs);
}

function speaks(part: PlainPart, figures: Figures): boolean {
  if (part.kind !== 'figure') return true;
  const value = figures.get(part.code)?.value ?? null;
  return value !== null && !isZero(value) && writtenRun({ ...part }, figures.get(part.code)).text !== '';
}

function runOf(part: PlainPart, input: ComposeInput): Run {
  if (part.kind === 'text') return part;
  if (part.kind === 'word') return { kind: 'text', text: wordText(part.word, input) };
  return writtenRun(part, input.figures.get(part.code));
}

function wordText(word: Word, { year, office, missingSheets }: ComposeInput): string {
  const texts: Record<Word, string> = {
    单位: office,
    年度: String(year),
    上年度: String(year - 1),
    下年度: String(year + 1),
    周年: String(anniversaryOf(year)),
    缺表: missingSheets.join('、'),
  };
  return texts[word];
}

/** The first clause that survives begins its list, so it loses the comma that joins it to the one before. */
function withoutLeadingComma(clause: readonly Run[]): Run[] {
  return clause.map((run, i) =>
    i === 0 && run.kind === 'text' ? { ...run, text: run.text.replace(/^[，、；]/, '') } : run,
  );
}

function mergeText(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (run.kind === 'text' && last?.kind === 'text')
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '' || run.kind !== 'text') merged.push(run);
  }
  return merged;
}
