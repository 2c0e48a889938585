import { expect, test } from 'vitest';
import { askOf, type Trying } from './trying.ts';

const trying: Trying = {
  ...{
    code: 'survivor.base',
    year: '2027',
    mode: 'percent',
    percent: '5.5',
    unit: 'fen_per_year',
    cells: {},
  },
};

test('a per cent becomes hundredths of it, new amounts whole fen of the chosen cells', () => {
  expect(askOf(trying)).toEqual({ ask: { code: 'survivor.base', year: 2027, basisPoints: 550 } });
  expect(askOf({ ...trying, percent: '-2' })).toMatchObject({ ask: { basisPoints: -200 } });
  expect(askOf({ ...trying, mode: 'amounts', cells: { martyr: '60,000' } })).toEqual({
    ask: { code: 'survivor.base', year: 2027, unit: 'fen_per_year', amounts: { martyr: 6_000_000 } },
  });
});

test('what cannot be read is said at its field', () => {
  const fieldsOf = (part: Partial<Trying>) => {
    const read = askOf({ ...trying, ...part });
    return 'errors' in read ? read.errors.map(({ field }) => field) : [];
  };
  expect(fieldsOf({ year: '27' })).toEqual(['year']);
  expect(fieldsOf({ percent: '五' })).toEqual(['percent']);
  expect(fieldsOf({ mode: 'amounts' })).toEqual(['mode']);
  expect(fieldsOf({ mode: 'amounts', cells: { martyr: '六万' } })).toEqual(['cell-martyr']);
});
