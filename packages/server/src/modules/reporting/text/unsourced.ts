import { anniversariesIn } from './anniversary.ts';
import type { CheckRules } from './check-rules.ts';
import { sentencesOf, TITLE_PLACE } from './places.ts';
import type { Draft, Run } from './types.ts';

/** A numeral nothing stands behind: where it is, and what it says. */
export type Unsourced = {
  readonly place: string;
  readonly sentenceId: string;
  /** Index of the run it begins in, and its place in that run's text. */
  readonly run: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** Stands for a figure, a vouched number or a masked phrase: no numeral, no measure word. */
const MASK = '\uE000';
const CN = '〇零一二两俩三仨四五六七八九十百千万亿廿卅';
const ARABIC = '[0-9０-９]+(?:[,，.．][0-9０-９]+)*';

/**
 * Every Arabic or Chinese numeral of the plain text without a source, and numbers the office vouched for without
 * reason or name. Dates, ordinals, set phrases (the rules' data), right years and anniversaries don't count.
 */
export function findUnsourced(draft: Draft, rules: CheckRules): Unsourced[] {
  const pattern = numeralPattern(rules);
  const find = (text: string) => numeralsIn(text, maskExceptions(text, draft, rules), pattern);
  const inTitle = find(draft.title).map((hit) => ({
    ...hit,
    place: TITLE_PLACE,
    sentenceId: TITLE_PLACE,
    run: 0,
  }));
  const inSentences = sentencesOf(draft).flatMap(({ runs, place, id }) => [
    ...stretches(runs).flatMap((stretch) =>
      find(stretch.text).map((hit) => ({ ...located(stretch, hit), text: hit.text, place, sentenceId: id })),
    ),
    ...runs.flatMap((run, i) =>
      run.kind === 'typed' && (run.reason.trim() === '' || run.who.trim() === '')
        ? [{ place, sentenceId: id, run: i, start: 0, end: run.text.length, text: run.text }]
        : [],
    ),
  ]);
  return [...inTitle, ...inSentences];
}

/** Neighbouring text runs read as one, so that a numeral cut in two by an edit is still seen. */
type Stretch = { text: string; readonly starts: { run: number; at: number }[] };

function stretches(runs: readonly Run[]): Stretch[] {
  const found: Stretch[] = [];
  let current: Stretch | undefined;
  runs.forEach((run, i) => {
    if (run.kind !== 'text') {
      current = undefined;
      return;
    }
    if (!current) {
      current = { text: '', starts: [] };
      found.push(current);
    }
    current.starts.push({ run: i, at: current.text.length });
    current.text += run.text;
  });
  return found;
}

function located(stretch: Stretch, hit: Hit): { run: number; start: number; end: number } {
  const begin = stretch.starts.findLast(({ at }) => at <= hit.start) ?? { run: 0, at: 0 };
  return { run: begin.run, start: hit.start - begin.at, end: hit.end - begin.at };
}

type Hit = { readonly start: number; readonly end: number; readonly text: string };

function numeralsIn(text: string, masked: string, pattern: RegExp): Hit[] {
  return [...masked.matchAll(pattern)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    return { start, end, text: text.slice(start, end) };
  });
}

function numeralPattern(rules: CheckRules): RegExp {
  const measure = [...rules.measures].sort((a, b) => b.length - a.length).join('|');
  const more = '(?:余|多|来)?';
  return new RegExp(
    [
      `${ARABIC}\\s*[百千万亿]*${more}[%％‰]?(?:${measure})?`,
      // 数百名, 几十户, 三百余封, 两户: a count; 三百, 二十五: a number even without a measure word.
      `[数几]?[${CN}]+${more}(?:${measure})`,
      `[数几]?[${CN}]*[一二两三四五六七八九][十百千万亿][${CN}]*${more}|十[一二三四五六七八九]${more}|[数几][十百千万亿]+${more}|[十百千万亿]+余`,
      '百分之[〇零一二两三四五六七八九十百点]+',
    ].join('|'),
    'g',
  );
}

function maskExceptions(text: string, draft: Draft, rules: CheckRules): string {
  let masked = text;
  // A wrong anniversary has a message of its own; right or wrong, its number is computed, not sourced.
  for (const { start, end } of anniversariesIn(text, draft.year, rules)) masked = mask(masked, start, end);
  for (const name of draft.names) masked = maskPhrase(masked, name, false);
  for (const idiom of rules.idioms) masked = maskPhrase(masked, idiom, true);
  for (const pattern of rules.patterns)
    masked = masked.replace(pattern, (whole) => MASK.repeat(whole.length));
  return masked;
}

/** An idiom inside a longer numeral is none: 百年 in 三百年 counts years. */
function maskPhrase(text: string, phrase: string, alone: boolean): string {
  if (phrase === '') return text;
  let masked = text;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    const joined = joins(text[at - 1], phrase[0]) || joins(phrase.at(-1), text[end]);
    if (!(alone && joined)) masked = mask(masked, at, end);
  }
  return masked;
}

const isNumeral = (c: string | undefined): boolean =>
  c !== undefined && (CN.includes(c) || /[0-9０-９]/.test(c));
const joins = (left: string | undefined, right: string | undefined): boolean =>
  isNumeral(left) && isNumeral(right);

const mask = (text: string, start: number, end: number): string =>
  text.slice(0, start) + MASK.repeat(end - start) + text.slice(end);
