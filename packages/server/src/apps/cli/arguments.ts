import { readFile } from 'node:fs/promises';
import { type Day, type Month, parseIsoDay, parseIsoMonth } from '@shuangyong/values';
import { InvalidArgumentError } from 'commander';
import { refuse } from '../../kernel/refusal.ts';

/** Reads a whole number of an option within bounds; anything else is wrong usage. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    return wrong();
  };
}

function wrong(): never {
  throw new InvalidArgumentError('');
}

export const cliYear = wholeNumber(1949, 2199);
export const cliPort = wholeNumber(1, 65_535);

/** A month such as 2018-01; anything else is wrong usage. */
export function cliMonth(text: string): Month {
  return parseIsoMonth(text) ?? wrong();
}

/** A day such as 2018-01-05; anything else is wrong usage. */
export function cliDay(text: string): Day {
  return parseIsoDay(text) ?? wrong();
}

/** The bytes of a file that was named. Refuses `file_unreadable`. */
export function bytesAt(path: string): Promise<Buffer> {
  return readFile(path).catch(() => refuse('file_unreadable', `打不开文件 ${path}。请核对路径。`));
}
