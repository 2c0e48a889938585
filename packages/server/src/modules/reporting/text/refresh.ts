import { parseChineseNumeral, toChineseDigits, toChineseNumeral } from '@shuangyong/values';
import { anniversaryOf } from './anniversary.ts';
import { writtenRun } from './forms.ts';
import { mapRuns, numberPlaces } from './places.ts';
import type { Draft, Figures } from './types.ts';

/** Every figure written anew from the records as they stand; the office's own words stay as they are. */
export function refreshDraft(draft: Draft, figures: Figures): Draft {
  return numberPlaces(
    mapRuns(draft, (run) => (run.kind === 'figure' ? writtenRun(run, figures.get(run.code)) : run)),
  );
}

/**
 * Last year's wording with this year's figures. The year and the army's anniversary are moved on; numbers the office
 * had vouched for lose reason and name, because nobody has vouched for them this year; every sentence is marked
 * `reused` until someone has read it.
 */
export function reuseDraft(last: Draft, figures: Figures, year: number): Draft {
  const moved = mapRuns(last, (run) => {
    if (run.kind === 'text') return { ...run, text: moveYear(run.text, last.year, year) };
    return run.kind === 'typed' ? { ...run, reason: '', who: '' } : run;
  });
  const reused: Draft = {
    ...moved,
    year,
    title: moveYear(last.title, last.year, year),
    blocks: moved.blocks.map((block) => ({
      ...block,
      sentences: block.sentences.map((sentence) => ({ ...sentence, reused: true })),
    })),
  };
  return refreshDraft(reused, figures);
}

function moveYear(text: string, from: number, to: number): string {
  return text
    .replaceAll(`${from}年`, `${to}年`)
    .replaceAll(`${from} 年`, `${to} 年`)
    .replaceAll(`${toChineseDigits(from)}年`, `${toChineseDigits(to)}年`)
    .replace(
      /([0-9]{1,3}|[一二三四五六七八九十百零]{1,5})(\s*周年)/g,
      (whole, number: string, rest: string) => {
        if (anniversaryNumber(number) !== anniversaryOf(from)) return whole;
        const next = anniversaryOf(to);
        return (/^[0-9]/.test(number) ? String(next) : toChineseNumeral(next)) + rest;
      },
    );
}

function anniversaryNumber(text: string): number | undefined {
  return /^[0-9]+$/.test(text) ? Number(text) : parseChineseNumeral(text);
}
