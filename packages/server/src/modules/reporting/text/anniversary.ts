import { parseChineseNumeral } from '@shuangyong/values';
import type { CheckRules } from './check-rules.ts';

/** The army was founded on 1 August 1927. */
const FOUNDED = 1927;

/** 建军 N 周年 in a year: 2017 → 90. */
export const anniversaryOf = (year: number): number => year - FOUNDED;

/** An anniversary in a text: where it stands, what it says, and what it should say in that year. */
export type Anniversary = {
  readonly start: number;
  readonly end: number;
  readonly said: number;
  readonly due: number;
  readonly text: string;
};

const NUMBER = '([0-9０-９]{1,3}|[〇零一二两三四五六七八九十百]{1,6})';
const MENTION = new RegExp(
  `([^，。；！？、]{0,16}?)${NUMBER}\\s*周年|第\\s*${NUMBER}\\s*个\\s*(?:“?八一”?\\s*)?建军节`,
  'g',
);

/**
 * Every «N 周年» and «第 N 个建军节». One without a name the rules know is taken for the army's when it is within
 * three years of it; any other number of years is left to the search for unsourced numerals.
 */
export function anniversariesIn(text: string, year: number, rules: CheckRules): Anniversary[] {
  return [...text.matchAll(MENTION)].flatMap((match) => {
    const digits = match[2] ?? match[3] ?? '';
    const said = numberOf(digits);
    if (said === undefined) return [];
    const named = rules.anniversaries.find(({ name }) => (match[1] ?? '').includes(name));
    const due = year - (named?.from ?? FOUNDED);
    if (!named && match[3] === undefined && Math.abs(said - due) > 3) return [];
    const start = match.index + match[0].lastIndexOf(digits);
    const end = match.index + match[0].length;
    return [{ start, end, said, due, text: text.slice(start, end) }];
  });
}

export function numberOf(text: string): number | undefined {
  const half = text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return /^[0-9]+$/.test(half) ? Number(half) : parseChineseNumeral(half);
}
