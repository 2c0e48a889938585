import { type Month, parseIsoMonth } from '@shuangyong/values';
import { InvalidArgumentError } from 'commander';

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
