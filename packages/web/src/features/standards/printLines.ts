import type { Code, Unit } from '@shuangyong/policy';
import type { Rate, RateSection } from './sections.ts';
import { amountText } from './units.ts';
import { axesOf, codeWords, confidenceWords, keyWords, STATUS_WORDS } from './words.ts';

/** One line of the printed table: a cell, or the cells of one row of a grid side by side. */
export interface PrintLine {
  readonly key: string;
  readonly name: string;
  readonly row: string;
  readonly amounts: string;
  readonly status: string;
  readonly rate: Rate;
}

const statusWords = ({ status, confidence }: Rate) =>
  [STATUS_WORDS[status], confidenceWords(confidence)].filter(Boolean).join('，');

const amountOf = ({ amount, unit }: Rate) => (amount === null ? '不详' : amountText(amount, unit as Unit));

function single(code: Code, rate: Rate): PrintLine {
  return {
    key: `${code} ${rate.key} ${rate.region} ${rate.package}`,
    name: codeWords(code),
    row: rate.key === '' ? '整张表' : keyWords(code, rate.key),
    ...{ amounts: amountOf(rate), status: statusWords(rate), rate },
  };
}

/** Cells of one row side by side, each under its own name; a status that differs from the first is said with it. */
function together(code: Code, row: string, rates: readonly Rate[]): PrintLine | undefined {
  const [first] = rates;
  const [, across] = axesOf(code);
  if (first === undefined) return undefined;
  const cells = rates.map((rate) => {
    const column = across?.values.find(({ key }) => rate.key.endsWith(`/${key}`))?.label ?? '';
    const differs = statusWords(rate) !== statusWords(first) ? `（${statusWords(rate)}）` : '';
    return `${column} ${amountOf(rate)}${differs}`;
  });
  return {
    key: `${code} ${row}`,
    name: codeWords(code),
    row: axesOf(code)[0]?.values.find(({ key }) => key === row)?.label ?? row,
    ...{ amounts: cells.join('　'), status: statusWords(first), rate: first },
  };
}

function linesOf(code: Code, rates: readonly Rate[]): readonly PrintLine[] {
  const isGrid = axesOf(code).length === 2 && rates.some(({ key }) => key !== '');
  if (!isGrid) return rates.map((rate) => single(code, rate));
  const rows = [...new Set(rates.map(({ key }) => key.split('/')[0] ?? ''))];
  return rows.flatMap((row) => {
    const line = together(
      code,
      row,
      rates.filter(({ key }) => key.startsWith(`${row}/`)),
    );
    return line === undefined ? [] : [line];
  });
}

/** The rates of a page as lines of a printed table. */
export function printLines(sections: readonly RateSection[]): readonly PrintLine[] {
  return sections.flatMap(({ tables }) => tables.flatMap(({ code, rates }) => linesOf(code, rates)));
}
